/** The decision tables over HTTP. */
@NullMarked
package de.amtsfluss.forms.entscheidungen;

import org.jspecify.annotations.NullMarked;
