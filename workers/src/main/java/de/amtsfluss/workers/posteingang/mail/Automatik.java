package de.amtsfluss.workers.posteingang.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Optional;

/** Recognises mails that no person wrote to the city; they are filed at once, so that nobody is asked about them. */
final class Automatik {

    private Automatik() {}

    /** Why the mail is filed at once, a German sentence; empty if a person wrote it. */
    static Optional<String> reason(MimeMessage mail) {
        try {
            if (isAnswer(mail)) {
                return Optional.of("Automatisch versandte Nachricht (Auto-Submitted, RFC 3834).");
            }
            if (hasNoWayBack(mail)) {
                return Optional.of("Nachricht ohne Rücksendeadresse, zum Beispiel eine Unzustellbarkeitsmeldung"
                        + " (leerer Return-Path, RFC 5321).");
            }
            return mail.isMimeType("multipart/report")
                    ? Optional.of("Automatischer Bericht über eine Nachricht (multipart/report, RFC 6522).")
                    : Optional.empty();
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    /** Any value but {@code no} (RFC 3834, section 5). */
    private static boolean isAnswer(MimeMessage mail) throws MessagingException {
        var value = mail.getHeader("Auto-Submitted", null);
        return value != null
                && !value.split("[;(]", 2)[0].strip().toLowerCase(Locale.ROOT).equals("no");
    }

    /** Set by the server that took the mail over from the sender (RFC 5321, section 4.4). */
    private static boolean hasNoWayBack(MimeMessage mail) throws MessagingException {
        var values = mail.getHeader("Return-Path");
        return values != null && values[0].strip().equals("<>");
    }
}
