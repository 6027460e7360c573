package de.amtsfluss.processes.suche;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Plain text in the encodings that offices meet: UTF-8, UTF-16 with its mark, and that of Windows. */
final class Klartext {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int MARK = 2;

    private Klartext() {}

    static String read(byte[] content, int longest) {
        var text = decode(content);
        return text.substring(0, Math.min(text.length(), longest));
    }

    private static String decode(byte[] content) {
        if (content.length >= MARK && isUtf16(content[0] & 0xff, content[1] & 0xff)) {
            return new String(content, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, WINDOWS);
        }
    }

    private static boolean isUtf16(int first, int second) {
        return (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe);
    }
}
