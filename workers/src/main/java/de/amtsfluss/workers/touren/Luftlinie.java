package de.amtsfluss.workers.touren;

import java.time.Duration;

/** Estimates ways by the straight line. It knows no streets, no one-way streets and no traffic. */
final class Luftlinie implements Fahrzeiten {

    /** How much longer streets are than the straight line; an example, to be measured by the office. */
    private static final double DETOUR = 1.3;

    /** 25 km/h on average in a city; an example, to be measured by the office. */
    private static final double METRES_PER_SECOND = 25 / 3.6;

    @Override
    public Strecke zwischen(Punkt von, Punkt nach) {
        double metres = von.meterTo(nach) * DETOUR;
        return new Strecke((int) Math.round(metres), Duration.ofSeconds(Math.round(metres / METRES_PER_SECOND)));
    }
}
