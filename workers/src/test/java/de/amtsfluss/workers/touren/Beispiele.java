package de.amtsfluss.workers.touren;

import de.amtsfluss.processes.AusloeserId;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Invented vehicles and containers around the depot. */
final class Beispiele {

    /** Thursday, 9 o'clock in Berlin. */
    static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    static final Punkt DEPOT = new Punkt(52.03, 8.53);
    static final Fahrplan FAHRPLAN = new Fahrplan(DEPOT, new Luftlinie(), Duration.ofMinutes(4));

    private Beispiele() {}

    static Fahrzeug fahrzeug(String name, int liter, String... faehigkeiten) {
        return new Fahrzeug(
                name,
                liter,
                Set.of(faehigkeiten),
                LocalTime.of(6, 0),
                LocalTime.of(14, 30),
                Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));
    }

    static Einsatz einsatz(Fahrzeug fahrzeug) {
        return new Einsatz(fahrzeug, NOW, fahrzeug.schicht(NOW).bis());
    }

    /** A full container of 1100 litres, so many metres north and east of the depot, due in a day. */
    static Leerung auftrag(String id, int north, int east) {
        return auftrag(id, north, east, "Hecklader", Duration.ofDays(1), false);
    }

    static Leerung auftrag(String id, int north, int east, String faehigkeit, Duration frist, boolean sofort) {
        var ausloeser = new AusloeserId(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)));
        var auftrag = new Leerung.Auftrag(ausloeser, "700.3-70.41/" + id, NOW.plus(frist), sofort, 60);
        return new Leerung(id, "Musterplatz " + id, punkt(north, east), 1100, 100, faehigkeit, auftrag);
    }

    static Leerung fastVoll(String id, int north, int east) {
        return new Leerung(id, "Musterplatz " + id, punkt(north, east), 1100, 60, "Hecklader", null);
    }

    static Punkt punkt(int north, int east) {
        return new Punkt(
                DEPOT.breite() + north / 111_195.0,
                DEPOT.laenge() + east / (111_195.0 * Math.cos(Math.toRadians(DEPOT.breite()))));
    }

    static List<String> ids(Tour tour) {
        return tour.halte().stream().map(halt -> halt.leerung().containerId()).toList();
    }
}
