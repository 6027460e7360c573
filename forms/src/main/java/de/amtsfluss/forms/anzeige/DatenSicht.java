package de.amtsfluss.forms.anzeige;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the pages call the data of a procedure, in the order they are shown; written in the file {@code daten.json}
 * beside the procedure's forms.
 *
 * @param fields what is known of each value
 */
record DatenSicht(List<Field> fields) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    static final DatenSicht UNKNOWN = new DatenSicht(List.of());

    /**
     * What is known of a value.
     *
     * @param key its key in the data
     * @param label what people call it
     * @param unit written behind a number
     * @param task whether it is shown with a task, not only with the Vorgang
     * @param values the words for values that are codes
     */
    record Field(
            String key,
            String label,
            @Nullable String unit,
            @Nullable Boolean task,
            @Nullable Map<String, String> values) {

        boolean isForTask() {
            return Boolean.TRUE.equals(task);
        }

        Angabe show(Object value) {
            return new Angabe(label, words(value));
        }

        private String words(Object value) {
            var word = values == null ? null : values.get(value.toString());
            if (word != null) {
                return word;
            }
            var text = DatenSicht.words(value);
            return unit == null ? text : text + " " + unit;
        }
    }

    static String words(Object value) {
        return switch (value) {
            case Boolean yes -> yes ? "Ja" : "Nein";
            case Number number -> Anzeige.number(number);
            case String text -> dateOrText(text);
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .map(entry -> entry.getKey() + ": " + words(entry.getValue()))
                        .collect(Collectors.joining("; "));
            case Collection<?> list ->
                list.stream().filter(Objects::nonNull).map(DatenSicht::words).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String dateOrText(String text) {
        if (DAY.matcher(text).matches()) {
            return dayOrText(text);
        }
        if (text.length() < 20 || text.charAt(10) != 'T') {
            return text;
        }
        try {
            return Anzeige.dateTime(Instant.parse(text));
        } catch (DateTimeParseException isText) {
            return text;
        }
    }

    private static String dayOrText(String text) {
        try {
            return Anzeige.date(LocalDate.parse(text));
        } catch (DateTimeParseException isText) {
            return text;
        }
    }
}
