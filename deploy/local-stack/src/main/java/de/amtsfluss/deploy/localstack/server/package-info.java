/** Knows, for each server, how it is configured, started, probed and stopped. */
@NullMarked
package de.amtsfluss.deploy.localstack.server;

import org.jspecify.annotations.NullMarked;
