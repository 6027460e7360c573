package de.amtsfluss.workers.notifications.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Finds in a failure whether the recipient's address or the mail itself was refused for good. A refused login or sender
 * is a fault of our own settings, and no reason to write a letter.
 */
final class MailFailure {

    private static final int PERMANENT = 500;

    private MailFailure() {}

    static Handover of(MailException failure) {
        var all = all(failure);
        for (var one : all) {
            var code = code(one);
            if (code >= PERMANENT) {
                return new Handover.Refused("SMTP %d".formatted(code));
            }
        }
        return new Handover.Later(all.stream()
                .filter(one -> code(one) > 0)
                .findFirst()
                .map(one -> "SMTP %d".formatted(code(one)))
                .orElse(all.getLast().getClass().getSimpleName()));
    }

    private static int code(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException sending -> isOfSender(sending) ? 0 : sending.getReturnCode();
            default -> 0;
        };
    }

    private static boolean isOfSender(SMTPSendFailedException failure) {
        return String.valueOf(failure.getCommand()).startsWith("MAIL");
    }

    /** Mail libraries hang failures at each other in three ways. */
    private static List<Throwable> all(Throwable failure) {
        var seen = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
        var found = new ArrayList<Throwable>();
        var open = new ArrayDeque<Throwable>(List.of(failure));
        while (!open.isEmpty()) {
            var one = open.remove();
            if (seen.add(one)) {
                found.add(one);
                add(open, one.getCause());
                if (one instanceof MessagingException messaging) {
                    add(open, messaging.getNextException());
                }
                if (one instanceof MailSendException sending) {
                    open.addAll(Arrays.asList(sending.getMessageExceptions()));
                }
            }
        }
        return found;
    }

    private static void add(ArrayDeque<Throwable> open, @Nullable Throwable failure) {
        if (failure != null) {
            open.add(failure);
        }
    }
}
