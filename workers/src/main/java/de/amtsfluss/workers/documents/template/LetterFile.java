package de.amtsfluss.workers.documents.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that letters are made of.
 *
 * @param path where it lies in the letters' folder, for example {@code layout/brief.html}
 * @param origin where it was read, for people
 * @param sha256 the checksum of its content, lower-case hexadecimal
 * @param content its bytes
 */
record LetterFile(String path, String origin, String sha256, byte[] content) {

    static LetterFile of(String path, String origin, byte[] content) {
        return new LetterFile(path, origin, HexFormat.of().formatHex(newDigest().digest(content)), content);
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    boolean isSameAs(LetterFile other) {
        return path.equals(other.path) && origin.equals(other.origin) && sha256.equals(other.sha256);
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected Java to know SHA-256, but it does not", e);
        }
    }
}
