/** Keeps the clocks of the Vorgaenge: in which time the office wants to answer. */
@NullMarked
package de.amtsfluss.processes.bearbeitungsfrist;

import org.jspecify.annotations.NullMarked;
