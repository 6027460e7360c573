package de.amtsfluss.workers.notifications.bounce;

import de.amtsfluss.processes.Versandregister;
import de.amtsfluss.workers.notifications.mail.ReturnAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox of undelivered mails. Which dispatch a report is about is told by the address it came to. A report
 * that is read twice changes nothing; all other mails are left as they are.
 */
@Component
class Ruecklauf {

    private static final Logger log = LoggerFactory.getLogger(Ruecklauf.class);

    private final Mailbox mailbox;
    private final ReturnAddress returnAddress;
    private final Versandregister versand;

    Ruecklauf(Mailbox mailbox, ReturnAddress returnAddress, Versandregister versand) {
        this.mailbox = mailbox;
        this.returnAddress = returnAddress;
        this.versand = versand;
    }

    /** Reads what is new. */
    void run() {
        if (!mailbox.isConfigured()) {
            return;
        }
        try {
            mailbox.readNew(this::read);
        } catch (MessagingException e) {
            log.warn("Expected to read the mailbox of undelivered mails, but failed; it is tried again", e);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // a mail that nobody can read must not hold up those behind it
    private void read(Message mail) {
        Optional<String> failure;
        Optional<UUID> dispatch;
        try {
            failure = DeliveryReport.failure(mail);
            dispatch = dispatch(mail);
        } catch (MessagingException | IOException | RuntimeException e) {
            log.warn("Expected to read an undelivered mail, but failed: {}", e.toString());
            return;
        }
        if (failure.isPresent() && dispatch.isPresent()) {
            log.info("Mail {} came back with {}", dispatch.get(), failure.get());
            versand.returned(dispatch.get(), failure.get());
        }
    }

    private Optional<UUID> dispatch(Message mail) throws MessagingException {
        var fields = new String[] {"Delivered-To", "X-Original-To", "Envelope-To", "To"};
        var addresses = Collections.list(mail.getMatchingHeaders(fields)).stream()
                .map(header -> header.getValue())
                .collect(Collectors.joining(" "));
        return returnAddress.find(addresses);
    }
}
