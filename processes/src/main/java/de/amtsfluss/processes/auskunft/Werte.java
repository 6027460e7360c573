package de.amtsfluss.processes.auskunft;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes values as people read them. */
final class Werte {

    static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMANY);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm 'Uhr'", Locale.GERMANY)
            .withZone(OFFICE);

    private Werte() {}

    static String text(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "ja" : "nein";
            case Number number -> number(number);
            case String text -> dayOrText(text);
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                        .collect(Collectors.joining("; "));
            case Collection<?> list ->
                list.stream().filter(Objects::nonNull).map(Werte::text).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /** A length of time, for example {@code 10 Jahre}. */
    static String period(Period period) {
        return Stream.of(
                        count(period.getYears(), "Jahr", "Jahre"),
                        count(period.getMonths(), "Monat", "Monate"),
                        count(period.getDays(), "Tag", "Tage"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String count(int number, String one, String many) {
        return number == 0 ? "" : "%d %s".formatted(number, number == 1 ? one : many);
    }

    private static String number(Number number) {
        var format = NumberFormat.getNumberInstance(Locale.GERMANY);
        format.setMaximumFractionDigits(6);
        return format.format(new BigDecimal(number.toString()));
    }

    private static String dayOrText(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return day(LocalDate.parse(text));
            }
            return text.matches("\\d{4}-\\d{2}-\\d{2}T\\S+Z") ? TIME.format(Instant.parse(text)) : text;
        } catch (DateTimeException isText) {
            return text;
        }
    }
}
