/** Runs Camunda's real workflow engine in one process for tests of processes, without Docker. */
@NullMarked
package de.amtsfluss.deploy.rehearsalengine;

import org.jspecify.annotations.NullMarked;
