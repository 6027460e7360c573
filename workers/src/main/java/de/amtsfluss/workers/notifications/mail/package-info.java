/** Mails: their texts by template, and handing them over to the mail server. */
@NullMarked
package de.amtsfluss.workers.notifications.mail;

import org.jspecify.annotations.NullMarked;
