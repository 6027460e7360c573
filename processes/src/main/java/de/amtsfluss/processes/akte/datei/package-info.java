/** Checks files that come from outside: what they are, how they are called, and whether they could do harm. */
@NullMarked
package de.amtsfluss.processes.akte.datei;

import org.jspecify.annotations.NullMarked;
