package de.amtsfluss.decisiontables;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A German text with places for inputs and outputs of a decision: {@code {name}}, or {@code {name:€}} for an amount of
 * money.
 *
 * <p>Values are written as offices write them (DIN 5008): numbers as {@code 1.234,5}, amounts as {@code 156,00 €}, days
 * as {@code 31.12.2026}, moments as {@code 31.12.2026, 14:30 Uhr}, truth as {@code ja} and {@code nein}, the elements
 * of a list with commas, durations in words.
 *
 * @param text the text with its places
 */
public record SentenceTemplate(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{\\s*([^{}:]+?)\\s*(:\\s*€\\s*)?}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'Uhr'");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm 'Uhr'");

    /**
     * Returns the names in the places.
     *
     * @return each once, in the order of the text
     */
    public SequencedSet<String> names() {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Fills the places.
     *
     * @param values the values by name; a name that is missing is written as a dash
     * @return the text
     */
    public String fill(Map<String, ?> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(written(values.get(place.group(1)), isMoney(place))));
    }

    private static boolean isMoney(MatchResult place) {
        return place.group(2) != null;
    }

    private static String written(@Nullable Object value, boolean money) {
        return switch (value) {
            case null -> "–";
            case BigDecimal number -> money ? number(number, 2) + " €" : number(number, decimals(number));
            case Boolean truth -> truth ? "ja" : "nein";
            case LocalDate day -> DAY.format(day);
            case LocalTime time -> TIME.format(time);
            case LocalDateTime moment -> MOMENT.format(moment);
            case ZonedDateTime moment -> MOMENT.format(moment);
            case Duration duration -> words(duration);
            case Period period -> words(period);
            case List<?> list ->
                list.stream().map(element -> written(element, money)).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /** A computed 12.50 is the number 12,5; only money has a fixed number of decimals. */
    private static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    private static String number(BigDecimal number, int decimals) {
        return String.format(Locale.GERMANY, "%,." + decimals + "f", number);
    }

    private static String words(Duration duration) {
        var words = new ArrayList<String>();
        add(words, duration.toDays(), "Tag", "Tage");
        add(words, duration.toHoursPart(), "Stunde", "Stunden");
        add(words, duration.toMinutesPart(), "Minute", "Minuten");
        add(words, duration.toSecondsPart(), "Sekunde", "Sekunden");
        return words.isEmpty() ? "0 Minuten" : String.join(" ", words);
    }

    private static String words(Period period) {
        var words = new ArrayList<String>();
        var normal = period.normalized();
        add(words, normal.getYears(), "Jahr", "Jahre");
        add(words, normal.getMonths(), "Monat", "Monate");
        return words.isEmpty() ? "0 Monate" : String.join(" ", words);
    }

    private static void add(List<String> words, long count, String one, String several) {
        if (count != 0) {
            words.add(count + " " + (count == 1 ? one : several));
        }
    }
}
