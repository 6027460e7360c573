/** Processes uplinks: updates the twin of the container and decides, once per filling, that it has to be emptied. */
@NullMarked
package de.amtsfluss.lorawantriggers.trigger;

import org.jspecify.annotations.NullMarked;
