package de.amtsfluss.workers.documents;

import de.amtsfluss.processes.Vorgang;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The data of a Vorgang as people write it.
 *
 * @param vorgang where they lie
 */
record Daten(Vorgang vorgang) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.GERMANY).withZone(ZoneId.of("Europe/Berlin"));

    boolean has(String name) {
        return vorgang.daten().get(name) != null;
    }

    /** Text as it is, a dash where there is none. */
    String text(String name) {
        var value = vorgang.daten().get(name);
        return value == null || value.toString().isBlank() ? "–" : value.toString();
    }

    /** A number with at most one decimal. */
    String number(String name) {
        return vorgang.daten().get(name) instanceof Number number
                ? String.format(Locale.GERMANY, number.doubleValue() % 1 == 0 ? "%,.0f" : "%,.1f", number.doubleValue())
                : "–";
    }

    /** A moment in the office's time. */
    String time(String name) {
        return has(name) ? time(Instant.parse(text(name))) : "–";
    }

    static String time(Instant moment) {
        return TIME.format(moment) + " Uhr";
    }
}
