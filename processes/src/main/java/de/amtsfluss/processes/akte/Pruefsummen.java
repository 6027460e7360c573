package de.amtsfluss.processes.akte;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksums of a content, lower-case hexadecimal: SHA-512 as OParl 1.1 asks for it, SHA-256 as xdomea 4 shows it.
 *
 * @param sha256 by SHA-256
 * @param sha512 by SHA-512
 */
public record Pruefsummen(String sha256, String sha512) {

    static Pruefsummen of(byte[] content) {
        return new Pruefsummen(sha256(content), digest("SHA-512", content));
    }

    /** The one checksum that is shown and compared everywhere. */
    public static String sha256(byte[] content) {
        return digest("SHA-256", content);
    }

    private static String digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected the JDK to know %s, but it does not".formatted(algorithm), e);
        }
    }
}
