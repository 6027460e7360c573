package de.amtsfluss.processes.model;

import de.amtsfluss.processes.model.Verfahrensangaben.Aufbewahrungsbeginn;
import de.amtsfluss.processes.model.Verfahrensangaben.Vollautomation;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@link Verfahrensangaben} from the properties of a process, or finds all that is wrong with them. */
final class VerfahrensangabenReader {

    /** A service in the LeiKa: type 99, then group, identifier and performance (FIM, Leistungskatalog). */
    private static final Pattern LEIKA = Pattern.compile("99\\d{12}");

    private final Map<String, List<String>> properties;
    private final List<String> findings = new ArrayList<>();

    private VerfahrensangabenReader(Map<String, List<String>> properties) {
        this.properties = properties;
    }

    /**
     * Reads the properties.
     *
     * @param properties the values by the name of the property
     */
    static Reading read(Map<String, List<String>> properties) {
        return new VerfahrensangabenReader(properties).read();
    }

    private Reading read() {
        var angaben = new Verfahrensangaben(
                text("zustaendigeStelle"),
                text("prozessverantwortung"),
                text("rechtsgrundlage"),
                text("vvtEintrag"),
                period("aufbewahrungsfrist"),
                word("aufbewahrungsbeginn", Aufbewahrungsbeginn.values()),
                word("vollautomation", Vollautomation.values()),
                leika("fimLeistung"));
        return findings.isEmpty() ? new Reading.Complete(angaben) : new Reading.Incomplete(List.copyOf(findings));
    }

    private String text(String name) {
        var value = value(name);
        if (value == null) {
            findings.add("Expected the property '%s', but it is missing".formatted(name));
            return "";
        }
        return value;
    }

    private Period period(String name) {
        var text = text(name);
        try {
            var period = Period.parse(text);
            if (!period.isNegative() && !period.isZero()) {
                return period;
            }
        } catch (DateTimeParseException e) {
            // Told below like every other wrong value.
        }
        wrong(name, "a period like P2Y", text);
        return Period.ZERO;
    }

    private <T extends Enum<T>> T word(String name, T[] words) {
        var text = text(name);
        for (var word : words) {
            if (word.toString().equals(text)) {
                return word;
            }
        }
        wrong(name, "one of " + Arrays.toString(words), text);
        return words[0];
    }

    private @Nullable String leika(String name) {
        var text = value(name);
        if (text != null && !LEIKA.matcher(text).matches()) {
            wrong(name, "a LeiKa key (99 and twelve digits)", text);
        }
        return text;
    }

    private @Nullable String value(String name) {
        var values = properties.getOrDefault(name, List.of());
        if (values.size() > 1) {
            findings.add("Expected the property '%s' once, but found it %d times".formatted(name, values.size()));
        }
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    private void wrong(String name, String wanted, String found) {
        if (!found.isEmpty()) {
            findings.add("Expected the property '%s' to be %s, but found '%s'".formatted(name, wanted, found));
        }
    }

    /** What became of the reading. */
    sealed interface Reading {

        /**
         * Everything is there.
         *
         * @param angaben what was read
         */
        record Complete(Verfahrensangaben angaben) implements Reading {}

        /**
         * Something is missing or wrong.
         *
         * @param sentences all that is wrong
         */
        record Incomplete(List<String> sentences) implements Reading {}
    }
}
