package de.amtsfluss.workers.notifications.mail;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filled mail.
 *
 * @param subject its subject, one line
 * @param body its text
 * @param html the same as HTML, absent where nobody needs it
 */
public record MailText(
        String subject, String body, @Nullable String html) {

    /** The paragraphs of the text, each with its lines. */
    public List<List<String>> paragraphs() {
        return paragraphs(body);
    }

    static List<List<String>> paragraphs(String body) {
        return Arrays.stream(body.strip().split("\\R\\s*\\R"))
                .map(paragraph -> paragraph.lines().toList())
                .toList();
    }
}
