package de.amtsfluss.lorawantriggers.intake;

import de.amtsfluss.lorawantriggers.uplink.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The secret that network servers share with us. */
final class WebhookSecret {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

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
        digest = Sha256.of(secret);
    }

    /** Whether the header {@code Authorization} is a bearer token of the secret; takes as long for every wrong one. */
    boolean isIn(@Nullable String authorization) {
        return authorization != null
                && hasScheme(authorization, BEARER)
                && is(authorization.substring(BEARER.length()));
    }

    /** Whether the header {@code Authorization} has the secret as password of Basic (RFC 7617), under any user name. */
    boolean isPasswordIn(@Nullable String authorization) {
        if (authorization == null || !hasScheme(authorization, BASIC)) {
            return false;
        }
        try {
            var decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).trim());
            var credentials = new String(decoded, StandardCharsets.UTF_8);
            var colon = credentials.indexOf(':');
            return colon >= 0 && is(credentials.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean hasScheme(String authorization, String scheme) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private boolean is(String candidate) {
        return MessageDigest.isEqual(digest, Sha256.of(candidate));
    }
}
