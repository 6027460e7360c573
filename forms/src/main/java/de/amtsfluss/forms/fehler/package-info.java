/** What people and machines are told when something cannot be done: calm German pages, and problem details. */
@NullMarked
package de.amtsfluss.forms.fehler;

import org.jspecify.annotations.NullMarked;
