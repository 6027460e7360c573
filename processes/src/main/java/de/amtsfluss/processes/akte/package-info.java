/** The documents of the Vorgaenge. */
@NullMarked
package de.amtsfluss.processes.akte;

import org.jspecify.annotations.NullMarked;
