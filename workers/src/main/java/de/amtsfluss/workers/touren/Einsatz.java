package de.amtsfluss.workers.touren;

import java.time.Instant;

/**
 * A vehicle that can be sent out.
 *
 * @param fahrzeug the vehicle
 * @param ab when it can leave the depot
 * @param bis when it must be back
 */
record Einsatz(Fahrzeug fahrzeug, Instant ab, Instant bis) {}
