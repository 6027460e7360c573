/** The post that comes in, as page and as HTTP interface. */
@NullMarked
package de.amtsfluss.forms.posteingang;

import org.jspecify.annotations.NullMarked;
