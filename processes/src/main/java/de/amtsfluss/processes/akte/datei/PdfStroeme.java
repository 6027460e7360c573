package de.amtsfluss.processes.akte.datei;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What the compressed streams of a PDF unpack to, found in the raw file before a parser holds any of it in memory (ISO
 * 32000-1, 7.3.8 and 7.4.4).
 */
public final class PdfStroeme {

    /** A page scanned in colour at 600 dpi has 100 MB. */
    private static final long LARGEST_TOTAL = 600_000_000;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 1_000;

    /** Two filters that unpack, one after the other, hide how large the result is. */
    private static final Pattern UNPACKING = Pattern.compile("/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b");

    private final byte[] content;
    private final byte[] buffer = new byte[65_536];
    private long left = LARGEST_TOTAL;

    private PdfStroeme(byte[] content) {
        this.content = content;
    }

    /** Whether the streams unpack to more than any page needs. */
    public static boolean isBomb(byte[] content) {
        return new PdfStroeme(content).isBomb();
    }

    private boolean isBomb() {
        for (var at = next(0); at >= 0; at = next(at + STREAM.length)) {
            if (isPackedTwice(at) || unpacksTooLarge(at + STREAM.length)) {
                return true;
            }
        }
        return false;
    }

    private int next(int from) {
        for (var at = from; at <= content.length - STREAM.length; at++) {
            if (content[at] == STREAM[0] && matches(at) && !isEnd(at)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether it is the word that ends a stream. */
    private boolean isEnd(int at) {
        return at > 0 && content[at - 1] == 'd';
    }

    private boolean matches(int at) {
        for (var i = 1; i < STREAM.length; i++) {
            if (content[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isPackedTwice(int at) {
        var from = Math.max(0, at - DICTIONARY);
        var before = new String(content, from, at - from, StandardCharsets.ISO_8859_1);
        var dictionary = before.substring(Math.max(0, before.lastIndexOf(" obj")));
        return UNPACKING.matcher(dictionary).results().count() > 1;
    }

    private boolean unpacksTooLarge(int at) {
        var begin = at;
        while (begin < content.length && (content[begin] == '\r' || content[begin] == '\n')) {
            begin++;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(content, begin, content.length - begin);
            for (var read = inflater.inflate(buffer); read > 0; read = inflater.inflate(buffer)) {
                left -= read;
                if (left < 0) {
                    return true;
                }
            }
        } catch (DataFormatException e) {
            // Not compressed this way, or broken: whatever came out until here counts.
            return false;
        } finally {
            inflater.end();
        }
        return false;
    }
}
