/** Computes the days that timers of models wait for. */
@NullMarked
package de.amtsfluss.workers.fristen;

import org.jspecify.annotations.NullMarked;
