package de.amtsfluss.workers.touren;

import java.time.Instant;
import java.util.List;

/**
 * A way of a vehicle from the depot over its stops and back.
 *
 * @param einsatz the vehicle and its time; it leaves as soon as it can
 * @param halte the stops in their order
 * @param ende when it is back
 * @param meter how long the way is
 */
record Tour(Einsatz einsatz, List<Halt> halte, Instant ende, int meter) {

    Tour {
        halte = List.copyOf(halte);
    }

    Instant beginn() {
        return einsatz.ab();
    }

    int ladungLiter() {
        return halte.stream().mapToInt(halt -> halt.leerung().ladungLiter()).sum();
    }

    /** How many containers are emptied later than their order says. */
    long verspaetete() {
        return halte.stream().filter(Halt::verspaetet).count();
    }

    /** Whether the vehicle can take all of it and is back in time. */
    boolean isDrivable() {
        var fahrzeug = einsatz.fahrzeug();
        return !ende.isAfter(einsatz.bis())
                && ladungLiter() <= fahrzeug.liter()
                && halte.stream().allMatch(halt -> fahrzeug.canTake(halt.leerung()));
    }

    /**
     * A stop.
     *
     * @param nummer its place in the order, from 1 on
     * @param leerung the container
     * @param ankunft when the vehicle is there
     * @param verspaetet whether the container is emptied later than its order says
     */
    record Halt(int nummer, Leerung leerung, Instant ankunft, boolean verspaetet) {}
}
