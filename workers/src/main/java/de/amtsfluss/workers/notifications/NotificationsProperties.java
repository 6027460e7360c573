package de.amtsfluss.workers.notifications;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the notifications.
 *
 * @param recipients the mail address of each office by the name used in models
 */
@ConfigurationProperties("amtsfluss.workers.notifications")
record NotificationsProperties(@DefaultValue Map<String, String> recipients) {

    String address(String recipient) {
        var address = recipients.get(recipient);
        if (address == null) {
            throw new IllegalStateException(
                    "Expected a mail address for '%s' in amtsfluss.workers.notifications.recipients, but there is none"
                            .formatted(recipient));
        }
        return address;
    }
}
