package de.amtsfluss.workers.touren;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A vehicle of the depot and its shift.
 *
 * @param name what the crew calls it
 * @param liter how much waste it takes up, measured as it lies in the containers
 * @param faehigkeiten what it can do, for example {@code Hecklader} or {@code Kran}
 * @param von when its shift begins
 * @param bis until when it must be back
 * @param tage the days on which it is driven; holidays are not known here
 */
record Fahrzeug(
        String name,
        int liter,
        Set<String> faehigkeiten,
        @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime von,
        @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime bis,

        @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"})
        Set<DayOfWeek> tage) {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    Fahrzeug {
        if (name.isBlank() || liter <= 0 || !von.isBefore(bis) || tage.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected a vehicle with name, capacity, days and a shift within a day, but '%s' has none"
                            .formatted(name));
        }
        faehigkeiten = Set.copyOf(faehigkeiten);
        tage = Set.copyOf(tage);
    }

    /** Whether it could empty the container if it were on the road for it alone. */
    boolean canTake(Leerung leerung) {
        return faehigkeiten.contains(leerung.faehigkeit()) && leerung.ladungLiter() <= liter;
    }

    /** The shift that lasts at the moment or is the next to begin. */
    Schicht schicht(Instant now) {
        var day = LocalDate.ofInstant(now, OFFICE);
        while (!tage.contains(day.getDayOfWeek()) || !shift(day).bis().isAfter(now)) {
            day = day.plusDays(1);
        }
        return shift(day);
    }

    private Schicht shift(LocalDate day) {
        return new Schicht(
                day.atTime(von).atZone(OFFICE).toInstant(),
                day.atTime(bis).atZone(OFFICE).toInstant());
    }

    /**
     * When it is driven.
     *
     * @param von from then on
     * @param bis back at the depot by then
     */
    record Schicht(Instant von, Instant bis) {}
}
