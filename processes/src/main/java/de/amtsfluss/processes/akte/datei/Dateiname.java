package de.amtsfluss.processes.akte.datei;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a file from outside, made harmless: no folders, no characters that cannot be seen or turn the reading
 * direction, no name that a system keeps for itself.
 *
 * @param stem what stands before the last dot
 * @param extension what stands after it in lower case, empty if there is none
 */
record Dateiname(String stem, String extension) {

    /** Most file systems take 255 bytes; umlauts have two. */
    private static final int LONGEST = 120;

    private static final String NAMELESS = "Dokument";

    /** What is looked at of a name that is made long to keep a machine busy. */
    private static final int LONGEST_SEEN = 1_000;

    /** Controls, what only formats (among it what turns the direction), what is no character, and the private ones. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]+");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern OUTER = Pattern.compile("^[. ]+|[. ]+$");
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,10})$");

    /** Names of devices on Windows. */
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)", Pattern.CASE_INSENSITIVE);

    static Dateiname of(String raw) {
        var last = Normalizer.normalize(last(raw), Normalizer.Form.NFC);
        var seen = BLANKS.matcher(UNSEEN.matcher(last).replaceAll("")).replaceAll(" ");
        var name = OUTER.matcher(FORBIDDEN.matcher(seen).replaceAll("_")).replaceAll("");
        var extension = Optional.of(EXTENSION.matcher(name))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT))
                .orElse("");
        var stem = extension.isEmpty() ? name : name.substring(0, name.length() - extension.length() - 1);
        return new Dateiname(harmless(OUTER.matcher(stem).replaceAll("")), extension);
    }

    private static String last(String raw) {
        var name = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        return name.substring(Math.max(0, name.length() - LONGEST_SEEN));
    }

    private static String harmless(String stem) {
        if (stem.isEmpty()) {
            return NAMELESS;
        }
        var first = stem.split("\\.", 2)[0];
        var free = DEVICE.matcher(first).matches() ? "_" + stem : stem;
        return free.codePointCount(0, free.length()) <= LONGEST
                ? free
                : free.substring(0, free.offsetByCodePoints(0, LONGEST));
    }

    /** The whole name for a kind of file. */
    String as(Dateiart art) {
        return stem + "." + (extension.isEmpty() ? art.extensions().getFirst() : extension);
    }
}
