/** Opens and closes the Vorgang of a process. */
@NullMarked
package de.amtsfluss.workers.vorgaenge;

import org.jspecify.annotations.NullMarked;
