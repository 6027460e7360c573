/** How dates, numbers and data appear on German pages. */
@NullMarked
package de.amtsfluss.forms.anzeige;

import org.jspecify.annotations.NullMarked;
