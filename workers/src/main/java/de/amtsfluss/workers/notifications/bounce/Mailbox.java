package de.amtsfluss.workers.notifications.bounce;

import de.amtsfluss.workers.notifications.mail.Imap;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.FlagTerm;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The mailbox, read by IMAP. */
@Component
class Mailbox {

    private static final int MOST_AT_ONCE = 200;

    private final MailboxProperties properties;

    Mailbox(MailboxProperties properties) {
        this.properties = properties;
    }

    boolean isConfigured() {
        return properties.host() != null;
    }

    /** Hands out each mail that was not seen before, and marks it as seen after that, so that none is lost. */
    void readNew(Consumer<Message> reader) throws MessagingException {
        var host = properties.host();
        if (host == null) {
            return;
        }
        var account = new Imap.Account(
                host, properties.port(), properties.tls(), properties.username(), properties.password());
        try (var store = Imap.connect(account)) {
            try (var folder = store.getFolder(properties.folder())) {
                folder.open(Folder.READ_WRITE);
                var unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (var number = 0; number < Math.min(unseen.length, MOST_AT_ONCE); number++) {
                    reader.accept(unseen[number]);
                    unseen[number].setFlag(Flags.Flag.SEEN, true);
                }
            }
        }
    }
}
