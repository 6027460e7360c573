package de.amtsfluss.workers.notifications.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the mails.
 *
 * @param sender the address that mails come from
 * @param returnAddress the address that mails return to if they cannot be delivered; the id of the dispatch is put
 *     before its {@code @} (sub-addressing, RFC 5233), so the mailbox must take those; the sender without it
 * @param publicAddress where the office opens the pages, for links in mails
 * @param portalAddress where citizens open the portal, for links in mails
 */
@ConfigurationProperties("amtsfluss.workers.notifications")
record MailProperties(
        @DefaultValue("amtsfluss@example.org") String sender,
        @Nullable String returnAddress,
        @DefaultValue("http://localhost:8080") URI publicAddress,
        @DefaultValue("http://localhost:8080/portal") URI portalAddress) {}
