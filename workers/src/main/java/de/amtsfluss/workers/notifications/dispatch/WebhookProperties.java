package de.amtsfluss.workers.notifications.dispatch;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the webhooks.
 *
 * @param webhooks the other systems by the name used in models
 */
@ConfigurationProperties("amtsfluss.workers.notifications")
record WebhookProperties(@DefaultValue Map<String, Webhook> webhooks) {

    /**
     * Another system that is called.
     *
     * @param url the address it is called at
     * @param secret the secret that calls are signed with; SECRET, at least 16 characters
     */
    record Webhook(URI url, String secret) {

        private static final int SHORTEST = 16;

        /** Refuses a secret that could be guessed. */
        Webhook {
            if (secret.length() < SHORTEST) {
                throw new IllegalArgumentException(
                        "Expected a webhook's secret of at least %d characters, but it is shorter".formatted(SHORTEST));
            }
        }

        @Override
        public String toString() {
            return "Webhook[url=%s]".formatted(url);
        }
    }
}
