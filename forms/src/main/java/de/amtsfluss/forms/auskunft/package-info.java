/** Answers by Art. 15 DSGVO, as pages of the officer for data protection and as HTTP interface. */
@NullMarked
package de.amtsfluss.forms.auskunft;

import org.jspecify.annotations.NullMarked;
