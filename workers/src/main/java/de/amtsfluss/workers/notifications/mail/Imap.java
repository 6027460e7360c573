package de.amtsfluss.workers.notifications.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens mailboxes by IMAP. Reading a mail there does not mark it as seen. */
public final class Imap {

    private static final String PATIENCE = "10000";

    private Imap() {}

    /**
     * Logs in.
     *
     * @return the mailbox; closed by the caller
     */
    public static Store connect(Account account) throws MessagingException {
        var protocol = account.tls() ? "imaps" : "imap";
        var store = Session.getInstance(settings(protocol)).getStore(protocol);
        store.connect(account.host(), account.port(), account.username(), account.password());
        return store;
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

    /**
     * A mailbox on a mail server.
     *
     * @param host the mail server
     * @param port its port
     * @param tls whether the connection is encrypted from the start
     * @param username who logs in
     * @param password the password
     */
    public record Account(
            String host,
            int port,
            boolean tls,
            @Nullable String username,
            @Nullable String password) {

        @Override
        public String toString() {
            return "Account[host=%s, port=%d]".formatted(host, port);
        }
    }
}
