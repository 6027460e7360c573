/** The procedures' BPMN models, for what people read in them: names and instructions. */
@NullMarked
package de.amtsfluss.processes.model;

import org.jspecify.annotations.NullMarked;
