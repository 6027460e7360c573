/** What a clerk wants to be told by e-mail. */
@NullMarked
package de.amtsfluss.forms.benachrichtigungen;

import org.jspecify.annotations.NullMarked;
