/** The Geschäftsgänge: the Laufweg at the Vorgang, the pages to start and change one, and the same for machines. */
@NullMarked
package de.amtsfluss.forms.geschaeftsgaenge;

import org.jspecify.annotations.NullMarked;
