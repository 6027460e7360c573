package de.amtsfluss.processes;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * A reminder of the end of a period, or an escalation after it.
 *
 * @param arbeitstage how many working days it is away from the end; below 0 before it, 0 on the day itself
 * @param am its day
 * @param satz what it says, a German sentence
 */
public record Erinnerung(int arbeitstage, LocalDate am, String satz) {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** When offices begin to work; an example, to be set by the city. */
    private static final int ARBEITSBEGINN = 8;

    /**
     * Returns the beginning of work on its day in Berlin, as a timer of the process engine takes it.
     *
     * @return with the offset of that day
     */
    public OffsetDateTime zeitpunkt() {
        return inBerlin(am, ARBEITSBEGINN, 0, 0);
    }

    static OffsetDateTime inBerlin(LocalDate tag, int stunde, int minute, int sekunde) {
        return tag.atTime(stunde, minute, sekunde).atZone(BERLIN).toOffsetDateTime();
    }
}
