/** The Geschäftsgänge: their Laufweg, who signs it, and what becomes of a draft that is not signed. */
@NullMarked
package de.amtsfluss.processes.geschaeftsgang;

import org.jspecify.annotations.NullMarked;
