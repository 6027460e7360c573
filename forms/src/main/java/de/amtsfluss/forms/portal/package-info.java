/** What citizens see: what they can apply for, where it stands, and their inbox; and the same forms for clerks. */
@NullMarked
package de.amtsfluss.forms.portal;

import org.jspecify.annotations.NullMarked;
