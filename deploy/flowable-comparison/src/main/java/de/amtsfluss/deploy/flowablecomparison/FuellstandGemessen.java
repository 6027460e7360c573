package de.amtsfluss.deploy.flowablecomparison;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * An event as Flowable gets it: already decoded.
 *
 * @param containerId the container
 * @param fraktion the kind of waste it is for
 * @param fuellstandProzent how full it is
 */
record FuellstandGemessen(String containerId, String fraktion, double fuellstandProzent) {

    private static final List<String> FRAKTIONEN = List.of("Restmuell", "Papier", "Glas", "Bio", "Textil");

    /** Below this level no kind of waste asks for anything, from the other on each asks for an order. */
    private static final int EMPTY_PROZENT = 60;

    private static final double FULL_PROZENT = 97.5;

    /** A container drawn at random, full or without need. */
    static FuellstandGemessen random(Random random, int containers, boolean full) {
        var container = random.nextInt(containers);
        return new FuellstandGemessen(
                "container-%05d".formatted(container),
                FRAKTIONEN.get(container % FRAKTIONEN.size()),
                full ? FULL_PROZENT : random.nextInt(EMPTY_PROZENT * 10) / 10.0);
    }

    boolean isFull() {
        return fuellstandProzent >= FULL_PROZENT;
    }

    String json() {
        return String.format(Locale.ROOT, """
                        {"containerId":"%s","fraktion":"%s","fuellstandProzent":%s,\
                        "gemessenAm":"2026-11-26T08:00:00Z"}""", containerId, fraktion, fuellstandProzent);
    }
}
