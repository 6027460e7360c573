package de.amtsfluss.forms.anzeige;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes values as people in German offices read them. */
public final class Anzeige {

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.GERMANY).withZone(ZoneId.of("Europe/Berlin"));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, dd.MM.yyyy", Locale.GERMANY);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMANY);

    private Anzeige() {}

    /** A day with its weekday, for example {@code Sonntag, 22.11.2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A day alone, for example {@code 22.11.2026}. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** Date and time in Berlin, for example {@code 22.11.2026 21:35}. */
    public static String dateTime(Instant instant) {
        return DATE_TIME.format(instant);
    }

    /** A number with at most six decimals, for example {@code 1.234,5}. */
    public static String number(Number number) {
        var format = NumberFormat.getNumberInstance(Locale.GERMANY);
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }

    /** A priority from 0 to 100 in a word. */
    public static String priority(int priority) {
        if (priority >= 80) {
            return "sehr hoch";
        }
        if (isAboveNormal(priority)) {
            return "hoch";
        }
        return priority >= 30 ? "normal" : "niedrig";
    }

    /** Whether a priority from 0 to 100 is high or very high; the engine gives 50 where a model says nothing. */
    public static boolean isAboveNormal(int priority) {
        return priority >= 60;
    }

    /** A size of a file, for example {@code 12 KB}. */
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return number(bytes) + " Byte";
        }
        var kilobytes = bytes / 1_000.0;
        return kilobytes < 1_000
                ? number(Math.round(kilobytes)) + " KB"
                : number(Math.round(kilobytes / 100.0) / 10.0) + " MB";
    }
}
