/** Computes periods, announcements and pauses, and says each step in German. */
@NullMarked
package de.amtsfluss.processes.frist;

import org.jspecify.annotations.NullMarked;
