package de.amtsfluss.workers.notifications.bounce;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that undelivered mails come back to, read by IMAP; {@code poll} says how often, every two minutes without
 * it.
 *
 * @param host the mail server; without it nothing is fetched, and mails that come back are noticed by nobody
 * @param port its port
 * @param tls whether the connection is encrypted from the start; without it password and reports can be read by others
 * @param username who logs in there
 * @param password the password; SECRET
 * @param folder the folder that is read
 */
@ConfigurationProperties("amtsfluss.workers.notifications.mailbox")
record MailboxProperties(
        @Nullable String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean tls,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("INBOX") String folder) {

    @Override
    public String toString() {
        return "MailboxProperties[host=%s, port=%d]".formatted(host, port);
    }
}
