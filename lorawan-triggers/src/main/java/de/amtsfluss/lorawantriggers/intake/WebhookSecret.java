package de.amtsfluss.lorawantriggers.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The secret that network servers share with us. */
final class WebhookSecret {

    private static final String SCHEME = "Bearer ";

    private final byte[] digest;

    /**
     * Takes the configured secret.
     *
     * @throws IllegalStateException if there is none
     */
    WebhookSecret(@Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            throw new IllegalStateException(
                    "Expected amtsfluss.lorawan-triggers.webhook-secret to be set, but it is"
                            + " missing; set it, or switch the webhook off by amtsfluss.lorawan-triggers.webhook-enabled=false");
        }
        digest = digest(secret);
    }

    /** Whether the header {@code Authorization} carries the secret; takes the same time for every wrong one. */
    boolean isIn(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(digest, digest(authorization.substring(SCHEME.length())));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256 in every Java, but it is missing", e);
        }
    }
}
