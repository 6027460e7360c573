package de.amtsfluss.workers.notifications.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.FlagTerm;
import java.util.Properties;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The mailbox, read by IMAP. */
@Component
class Mailbox {

    private static final String PATIENCE = "10000";
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
        var protocol = properties.tls() ? "imaps" : "imap";
        try (var store = Session.getInstance(settings(protocol)).getStore(protocol)) {
            store.connect(properties.host(), properties.port(), properties.username(), properties.password());
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

    private static Properties settings(String protocol) {
        var settings = new Properties();
        var prefix = "mail." + protocol;
        settings.setProperty(prefix + ".connectiontimeout", PATIENCE);
        settings.setProperty(prefix + ".timeout", PATIENCE);
        settings.setProperty(prefix + ".writetimeout", PATIENCE);
        settings.setProperty(prefix + ".ssl.checkserveridentity", "true");
        settings.setProperty(prefix + ".peek", "true");
        return settings;
    }
}
