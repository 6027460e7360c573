/** The tasklist: what waits for a person, claiming it, filling in its form, as pages and as HTTP interface. */
@NullMarked
package de.amtsfluss.forms.aufgaben;

import org.jspecify.annotations.NullMarked;
