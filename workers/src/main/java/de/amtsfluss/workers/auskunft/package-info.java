/** Draws answers by Art. 15 DSGVO as letters. */
@NullMarked
package de.amtsfluss.workers.auskunft;

import org.jspecify.annotations.NullMarked;
