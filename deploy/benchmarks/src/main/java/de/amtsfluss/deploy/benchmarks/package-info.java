/** TBD. */
@NullMarked
package de.amtsfluss.deploy.benchmarks;

import org.jspecify.annotations.NullMarked;
