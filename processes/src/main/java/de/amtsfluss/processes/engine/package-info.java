/**
 * Speaks with the process engine: client, deployment of the models, execution of jobs, and the sorting of its failures.
 */
@NullMarked
package de.amtsfluss.processes.engine;

import org.jspecify.annotations.NullMarked;
