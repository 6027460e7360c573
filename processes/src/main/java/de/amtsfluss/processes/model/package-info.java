/**
 * The procedures' BPMN models: the names and instructions people read in them, what the administration has to know of
 * each procedure, and the check before they are deployed.
 */
@NullMarked
package de.amtsfluss.processes.model;

import org.jspecify.annotations.NullMarked;
