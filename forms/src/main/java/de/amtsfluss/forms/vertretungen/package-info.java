/** The page on which people enter who stands in for them, and the same for machines. */
@NullMarked
package de.amtsfluss.forms.vertretungen;

import org.jspecify.annotations.NullMarked;
