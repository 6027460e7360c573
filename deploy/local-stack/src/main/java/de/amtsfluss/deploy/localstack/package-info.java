/** Starts the real servers that Amtsfluss works with as child processes, for {@code deploy/run} and for tests. */
@NullMarked
package de.amtsfluss.deploy.localstack;

import org.jspecify.annotations.NullMarked;
