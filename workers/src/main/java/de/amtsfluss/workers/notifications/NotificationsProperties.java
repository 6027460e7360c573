package de.amtsfluss.workers.notifications;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the notifications.
 *
 * @param sender the address that mails come from
 * @param publicAddress where people open the pages, for links in mails
 * @param recipients the mail address of each office by the name used in models
 */
@ConfigurationProperties("amtsfluss.workers.notifications")
record NotificationsProperties(
        @DefaultValue("amtsfluss@example.org") String sender,
        @DefaultValue("http://localhost:8080") URI publicAddress,
        @DefaultValue Map<String, String> recipients) {}
