package de.amtsfluss.workers.touren;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which vehicles can be sent out.
 *
 * @param fahrzeuge all vehicles
 * @param ruestzeit how long a crew needs before it leaves
 * @param vorBeginn how long before a vehicle can leave its tour may be made; later orders would miss an earlier one
 */
record Fuhrpark(List<Fahrzeug> fahrzeuge, Duration ruestzeit, Duration vorBeginn) {

    /**
     * The vehicles that can leave soon.
     *
     * @param unterwegsBis until when vehicles are out, by their names
     */
    List<Einsatz> bereit(Instant now, Map<String, Instant> unterwegsBis) {
        return fahrzeuge.stream()
                .map(fahrzeug -> einsatz(fahrzeug, now, Optional.ofNullable(unterwegsBis.get(fahrzeug.name()))))
                .filter(einsatz -> !einsatz.ab().isAfter(now.plus(vorBeginn))
                        && einsatz.ab().isBefore(einsatz.bis()))
                .toList();
    }

    private Einsatz einsatz(Fahrzeug fahrzeug, Instant now, Optional<Instant> unterwegsBis) {
        var schicht = fahrzeug.schicht(now);
        var ab = Stream.of(
                        schicht.von(),
                        now.plus(ruestzeit),
                        unterwegsBis.orElse(now).plus(ruestzeit))
                .max(Instant::compareTo)
                .orElseThrow();
        return new Einsatz(fahrzeug, ab, schicht.bis());
    }
}
