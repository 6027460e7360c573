package de.amtsfluss.decisiontables.engine;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Days, times and durations that were handed over as texts, as JSON and process variables do: ISO 8601, which is also
 * what FEEL's {@code date("…")} and its like take (DMN 1.3, 10.3.4.1), with FEEL's {@code @} before the name of a zone.
 */
final class FeelText {

    private FeelText() {}

    /** Returns what a text says when the type is a day, time or duration, else the text; null when it says none. */
    static @Nullable Object read(FeelType.Basic type, String text) {
        try {
            return switch (type) {
                case DATE -> LocalDate.parse(text);
                case TIME -> DateTimeFormatter.ISO_TIME.parseBest(text, OffsetTime::from, LocalTime::from);
                case DATE_AND_TIME -> dateAndTime(text);
                case DAYS_AND_TIME_DURATION -> Duration.parse(text);
                case YEARS_AND_MONTHS_DURATION -> Period.parse(text);
                case STRING, NUMBER, BOOLEAN, CONTEXT, ANY -> text;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Object dateAndTime(String text) {
        int zone = text.indexOf('@');
        return zone < 0
                ? DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from)
                : LocalDateTime.parse(text.substring(0, zone)).atZone(ZoneId.of(text.substring(zone + 1)));
    }
}
