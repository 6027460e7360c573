package de.amtsfluss.workers.notifications.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one address.
 *
 * @param id makes its Message-ID, by which mail systems recognise a repeat (RFC 5322, 3.6.4)
 * @param to the address
 * @param text what it says
 * @param returnTo the envelope sender, the usual one without it
 */
public record Mail(
        UUID id, String to, MailText text, @Nullable String returnTo) {

    /** The Message-ID of the mail with an id. */
    public static String messageId(UUID id) {
        return "<%s@amtsfluss>".formatted(id);
    }
}
