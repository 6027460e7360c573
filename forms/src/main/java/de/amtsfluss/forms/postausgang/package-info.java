/** The print queue of the mail room, as page and as HTTP interface. */
@NullMarked
package de.amtsfluss.forms.postausgang;

import org.jspecify.annotations.NullMarked;
