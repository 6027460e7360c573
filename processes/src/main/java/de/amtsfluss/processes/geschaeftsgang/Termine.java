package de.amtsfluss.processes.geschaeftsgang;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The moments of a day in Berlin. */
final class Termine {

    static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    /** When a Wiedervorlage appears on its day; an example, to be set by the city. */
    private static final LocalTime BEGIN = LocalTime.of(8, 0);

    private static final LocalTime END = LocalTime.of(23, 59, 59);

    private Termine() {}

    static OffsetDateTime beginOf(LocalDate day) {
        return day.atTime(BEGIN).atZone(OFFICE).toOffsetDateTime();
    }

    static OffsetDateTime endOf(LocalDate day) {
        return day.atTime(END).atZone(OFFICE).toOffsetDateTime();
    }
}
