package de.amtsfluss.workers.touren;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Says when orders that wait for each other have waited enough.
 *
 * @param vorlauf how long before the earliest deadline
 * @param auslastung from which share of a vehicle's capacity on
 */
record Faelligkeit(Duration vorlauf, double auslastung) {

    /**
     * Whether a tour is to be made now: because something waits for nothing, the load of a vehicle is reached, a shift
     * is about to begin, or a deadline comes near or would pass before the next shift.
     */
    boolean isDue(Collection<Leerung> auftraege, Collection<Einsatz> einsaetze, Instant now) {
        return einsaetze.stream().anyMatch(einsatz -> isDue(auftraege, einsatz, now));
    }

    private boolean isDue(Collection<Leerung> auftraege, Einsatz einsatz, Instant now) {
        var fahrzeug = einsatz.fahrzeug();
        var possible = auftraege.stream().filter(fahrzeug::canTake).toList();
        return !possible.isEmpty()
                && (fahrzeug.schicht(now).von().isAfter(now)
                        || possible.stream().mapToInt(Leerung::ladungLiter).sum() >= auslastung * fahrzeug.liter()
                        || possible.stream().anyMatch(leerung -> waitsNoLonger(leerung, einsatz, now)));
    }

    private boolean waitsNoLonger(Leerung leerung, Einsatz einsatz, Instant now) {
        var auftrag = leerung.auftrag();
        if (auftrag == null) {
            return false;
        }
        var nextShift = einsatz.fahrzeug().schicht(einsatz.bis()).von();
        boolean lastShift = auftrag.fristAm().isBefore(nextShift.plus(vorlauf));
        var until = lastShift && einsatz.bis().isBefore(auftrag.fristAm()) ? einsatz.bis() : auftrag.fristAm();
        return auftrag.sofort() || !until.minus(vorlauf).isAfter(now);
    }
}
