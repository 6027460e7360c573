/** The Vorgaenge with their data, course and documents, as pages and as HTTP interface. */
@NullMarked
package de.amtsfluss.forms.vorgaenge;

import org.jspecify.annotations.NullMarked;
