/** Finds Akten by their words: brings Vorgaenge and documents into an index and asks it. */
@NullMarked
package de.amtsfluss.processes.suche;

import org.jspecify.annotations.NullMarked;
