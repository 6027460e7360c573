/** Takes a Geschäftsgang from Stufe to Stufe. */
@NullMarked
package de.amtsfluss.workers.geschaeftsgang;

import org.jspecify.annotations.NullMarked;
