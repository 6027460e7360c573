package de.amtsfluss.processes.posteingang;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** In which language a text is, told by its most frequent small words. */
enum Sprache {
    /** German, the official language (§ 23 Abs. 1 VwVfG NRW). */
    DEUTSCH,
    /** Another one. */
    ANDERE,
    /** The text is too short to tell. */
    UNBEKANNT;

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private static final Set<String> GERMAN = Set.of(
            "der", "die", "das", "den", "dem", "des", "und", "oder", "nicht", "ist", "sind", "ich", "sie", "wir", "mit",
            "für", "von", "zu", "auf", "ein", "eine", "einen", "bitte", "mein", "meine", "ihr", "ihre", "im", "am",
            "bei");

    /** Fewer words say nothing. */
    private static final int FEWEST_WORDS = 12;

    private static final int MOST_WORDS = 2_000;

    /** In German at least every twelfth word is one of these. */
    private static final int ONE_IN = 12;

    static Sprache of(String text) {
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .limit(MOST_WORDS)
                .map(found -> found.group())
                .toList();
        if (words.size() < FEWEST_WORDS) {
            return UNBEKANNT;
        }
        var german = words.stream().filter(GERMAN::contains).count();
        return german * ONE_IN >= words.size() ? DEUTSCH : ANDERE;
    }

    /** The word of the decision table. */
    String wort() {
        return name().toLowerCase(Locale.ROOT);
    }
}
