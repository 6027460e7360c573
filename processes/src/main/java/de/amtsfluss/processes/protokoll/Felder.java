package de.amtsfluss.processes.protokoll;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Texts as the one sequence of bytes that is hashed, so that two different lists of texts never give the same bytes:
 * each text is its length in bytes as four bytes, the highest first, and then its UTF-8. A text that is absent is the
 * four bytes FF FF FF FF.
 */
public final class Felder {

    private static final byte[] ABSENT = {-1, -1, -1, -1};
    private static final HexFormat HEX = HexFormat.of();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    /**
     * Begins with the name of the form.
     *
     * @param form tells one kind of list from another, with its version
     */
    public Felder(String form) {
        text(form);
    }

    /**
     * Adds a text.
     *
     * @throws IllegalArgumentException if it is no Unicode text: half of a surrogate pair would be lost in UTF-8
     */
    public Felder text(@Nullable String text) {
        if (text == null) {
            bytes.writeBytes(ABSENT);
            return this;
        }
        try {
            var encoded = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            bytes.writeBytes(ByteBuffer.allocate(4).putInt(encoded.remaining()).array());
            bytes.write(encoded.array(), encoded.arrayOffset(), encoded.remaining());
            return this;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Expected Unicode text, but it has half of a surrogate pair", e);
        }
    }

    /** Adds a number in decimal digits. */
    public Felder number(long number) {
        return text(Long.toString(number));
    }

    /** The bytes so far. */
    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** SHA-256 over a hash and the bytes so far. */
    public String hashAfter(String previous) {
        return HEX.formatHex(sha256(HEX.parseHex(previous), bytes.toByteArray()));
    }

    /** SHA-256 over the bytes so far. */
    public String hash() {
        return HEX.formatHex(sha256(bytes.toByteArray()));
    }

    /** SHA-256 (FIPS 180-4) over the parts, one after the other. */
    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected the JDK to know SHA-256, but it does not", e);
        }
    }
}
