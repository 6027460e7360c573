/** Decides by table about Vorgaenge and keeps the reasons. */
@NullMarked
package de.amtsfluss.processes.entscheidung;

import org.jspecify.annotations.NullMarked;
