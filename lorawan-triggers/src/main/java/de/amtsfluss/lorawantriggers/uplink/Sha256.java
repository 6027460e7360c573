package de.amtsfluss.lorawantriggers.uplink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which payloads, numbers and secrets are compared. */
public final class Sha256 {

    private Sha256() {}

    /** The 32 bytes of the hash over a text in UTF-8. */
    public static byte[] of(String text) {
        return of(text, new byte[0]);
    }

    /** The 32 bytes of the hash over a text in UTF-8 and the bytes after it. */
    public static byte[] of(String text, byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return digest.digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256 in every Java, but it is missing", e);
        }
    }
}
