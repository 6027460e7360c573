/** Runs Camunda's workflow engine on a log and a state in memory. */
@NullMarked
package de.amtsfluss.deploy.rehearsalengine.engine;

import org.jspecify.annotations.NullMarked;
