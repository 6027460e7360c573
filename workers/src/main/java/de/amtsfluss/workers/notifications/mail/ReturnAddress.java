package de.amtsfluss.workers.notifications.mail;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The envelope sender of each dispatch, which names it, so that a mail that comes back tells which one it was (variable
 * envelope return path): {@code amtsfluss+‹id›@example.org}.
 */
@Component
public class ReturnAddress {

    private static final String ID = "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})";

    private final String before;
    private final String after;
    private final Pattern pattern;

    ReturnAddress(MailProperties properties) {
        var address = properties.returnAddress() == null ? properties.sender() : properties.returnAddress();
        var at = address.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException(
                    "Expected a mail address in amtsfluss.workers.notifications.return-address, but it has no '@'");
        }
        before = address.substring(0, at) + "+";
        after = address.substring(at);
        pattern = Pattern.compile(
                "(?<![\\w.+-])" + Pattern.quote(before) + ID + Pattern.quote(after) + "(?![\\w.-])",
                Pattern.CASE_INSENSITIVE);
    }

    /** The envelope sender of a dispatch. */
    public String of(UUID dispatch) {
        return before + dispatch + after;
    }

    /** The dispatch that an envelope sender in a text names. */
    public Optional<UUID> find(String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(UUID.fromString(found.group(1))) : Optional.empty();
    }
}
