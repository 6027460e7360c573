package de.amtsfluss.workers.posteingang.mail;

import de.amtsfluss.processes.NeuePost;
import de.amtsfluss.processes.Posteingaenge;
import de.amtsfluss.processes.Posteingaenge.Aufnahme;
import de.amtsfluss.workers.notifications.mail.Imap;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Registers each new mail of the mailbox and marks it as seen only after that is kept, so that none is lost; a mail
 * that is read twice is registered once. A mail that nobody can read holds up none of those behind it.
 */
@Component
public class EmailEingang {

    private static final Logger log = LoggerFactory.getLogger(EmailEingang.class);

    private static final int MOST_AT_ONCE = 200;

    private final EmailProperties properties;
    private final Posteingaenge posteingaenge;
    private final Clock clock;

    EmailEingang(EmailProperties properties, Posteingaenge posteingaenge, Clock clock) {
        this.properties = properties;
        this.posteingaenge = posteingaenge;
        this.clock = clock;
    }

    /** Reads what is new, if a mailbox is configured. */
    public void run() {
        var host = properties.host();
        if (host == null) {
            return;
        }
        var account = new Imap.Account(
                host, properties.port(), properties.tls(), properties.username(), properties.password());
        try (var store = Imap.connect(account)) {
            read(store, store.getFolder(properties.folder()));
        } catch (MessagingException e) {
            log.warn("Expected to read the mailbox of the post, but failed; it is tried again", e);
        }
    }

    private void read(Store store, Folder folder) throws MessagingException {
        folder.open(Folder.READ_WRITE);
        try {
            var unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            for (var number = 0; number < Math.min(unseen.length, MOST_AT_ONCE); number++) {
                if (isRegistered(unseen[number])) {
                    leave(unseen[number], folder, store);
                }
            }
        } finally {
            // What others have marked as deleted is theirs, unless mails are moved.
            folder.close(properties.processedFolder() != null);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // a mail that cannot be kept must not hold up those behind it
    private boolean isRegistered(Message mail) {
        try {
            var outcome = posteingaenge.aufnehmen(read(mail));
            if (outcome instanceof Aufnahme.Abgelehnt refused) {
                log.warn(
                        "Expected to register a mail, but {} reasons speak against it",
                        refused.saetze().size());
                return false;
            }
            return true;
        } catch (MessagingException | IOException | RuntimeException e) {
            log.warn("Expected to register a mail, but failed; it is tried again: {}", e.toString());
            return false;
        }
    }

    private NeuePost read(Message mail) throws MessagingException, IOException {
        var received = Optional.ofNullable(mail.getReceivedDate())
                .map(date -> date.toInstant())
                .orElseGet(clock::instant);
        return isLarge(mail) ? headOnly(mail, received) : EmailPost.of(content(mail), received);
    }

    private boolean isLarge(Message mail) throws MessagingException {
        return mail.getSize() > properties.largest().toBytes();
    }

    private static byte[] content(Message mail) throws MessagingException, IOException {
        var content = new ByteArrayOutputStream();
        mail.writeTo(content);
        return content.toByteArray();
    }

    private NeuePost headOnly(Message mail, Instant received) throws MessagingException {
        return EmailPost.headOnly(mail.getAllHeaders(), properties.largest().toMegabytes(), received);
    }

    /** What is too large stays where it is, whatever is configured. */
    private void leave(Message mail, Folder folder, Store store) throws MessagingException {
        mail.setFlag(Flags.Flag.SEEN, true);
        var target = properties.processedFolder();
        if (target == null || isLarge(mail)) {
            return;
        }
        var processed = store.getFolder(target);
        if (!processed.exists()) {
            processed.create(Folder.HOLDS_MESSAGES);
        }
        folder.copyMessages(new Message[] {mail}, processed);
        mail.setFlag(Flags.Flag.DELETED, true);
    }
}
