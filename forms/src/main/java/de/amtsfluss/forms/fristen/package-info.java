/** The Fristenrechner: periods for clerks on a page and for machines as JSON, computed by {@code processes}. */
@NullMarked
package de.amtsfluss.forms.fristen;

import org.jspecify.annotations.NullMarked;
