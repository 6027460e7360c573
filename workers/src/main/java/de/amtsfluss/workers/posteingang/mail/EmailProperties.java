package de.amtsfluss.workers.posteingang.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The mailbox that post comes to, read by IMAP; {@code poll} says how often, every minute without it.
 *
 * @param host the mail server; without it no mails are taken in
 * @param port its port
 * @param tls whether the connection is encrypted from the start; without it password and post can be read by others
 * @param username who logs in there
 * @param password the password; SECRET
 * @param folder the folder that is read
 * @param processedFolder where a mail is moved to once it is registered; without it, it stays and is marked as seen
 * @param largest how large a mail may be; of a larger one only the head is taken in, and it stays in the mailbox
 */
@ConfigurationProperties("amtsfluss.workers.posteingang.mailbox")
record EmailProperties(
        @Nullable String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean tls,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("INBOX") String folder,
        @Nullable String processedFolder,
        @DefaultValue("40MB") DataSize largest) {

    @Override
    public String toString() {
        return "EmailProperties[host=%s, port=%d]".formatted(host, port);
    }
}
