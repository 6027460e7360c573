package de.amtsfluss.workers.touren;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Says when a vehicle is where.
 *
 * @param depot where it leaves and comes back to
 * @param fahrzeiten how long it drives
 * @param jeContainer how long it stops at each container
 */
record Fahrplan(Punkt depot, Fahrzeiten fahrzeiten, Duration jeContainer) {

    /** The tour over these containers in this order. */
    Tour tour(Einsatz einsatz, List<Leerung> leerungen) {
        var halte = new ArrayList<Tour.Halt>();
        var place = depot;
        var time = einsatz.ab();
        int metres = 0;
        for (var leerung : leerungen) {
            var way = fahrzeiten.zwischen(place, leerung.punkt());
            time = time.plus(way.dauer());
            metres += way.meter();
            halte.add(new Tour.Halt(halte.size() + 1, leerung, time, leerung.isLate(time.plus(jeContainer))));
            time = time.plus(jeContainer);
            place = leerung.punkt();
        }
        var home = fahrzeiten.zwischen(place, depot);
        return new Tour(einsatz, halte, time.plus(home.dauer()), metres + home.meter());
    }

    /** When the container could be empty at the earliest if the vehicle went there first. */
    Instant earliest(Einsatz einsatz, Leerung leerung) {
        return einsatz.ab()
                .plus(fahrzeiten.zwischen(depot, leerung.punkt()).dauer())
                .plus(jeContainer);
    }
}
