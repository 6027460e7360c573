/** Decides by table. */
@NullMarked
package de.amtsfluss.workers.decisions;

import org.jspecify.annotations.NullMarked;
