package de.amtsfluss.workers.touren;

import java.time.Duration;

/** How far and how long it is from one place to another; a router that knows the streets can be put here. */
interface Fahrzeiten {

    /** The way a vehicle takes between two places. */
    Strecke zwischen(Punkt von, Punkt nach);

    /**
     * A way.
     *
     * @param meter how long it is
     * @param dauer how long it takes
     */
    record Strecke(int meter, Duration dauer) {}
}
