package de.amtsfluss.processes.suche;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes names comparable that are written in more than one way: {@code Müller}, {@code Mueller} and {@code Muller},
 * {@code Şahin} and {@code Sahin}.
 */
final class Faltung {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** What is between letters and digits in names of files parts words there. */
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Faltung() {}

    /** Only the words, with one blank between them. */
    static String words(String text) {
        return BETWEEN.matcher(text).replaceAll(" ").strip();
    }

    /** Lower case without accents. */
    static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ı", "i")
                .replace("ł", "l")
                .replace("ø", "o");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    }

    /** The same with umlauts in two letters. */
    static String umlauts(String text) {
        var composed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        return plain(composed.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"));
    }
}
