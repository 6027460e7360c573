package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.lorawantriggers.device.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When measurements become messages to a procedure, as written in {@code triggers/‹procedure›.yaml}.
 *
 * @param verfahren the procedure
 * @param subject what an order is about
 * @param art the kind of asset, absent for every kind
 * @param measurements a reading with one of these counts; the first that is known is the value that is compared
 * @param every how often the clock evaluates it; absent if readings do
 * @param decision the table that decides about each reading
 * @param inputs the table's inputs and where they come from
 * @param orders which words of the table ask for an order
 * @param correlation the name under which the process gets the asset's id
 * @param start starts the process
 * @param changed tells the process that the table decides otherwise now, if it wants to know
 * @param ended tells the process that the cause is gone, if it wants to know
 * @param hysteresis when an order is asked for and when the cause counts as gone
 * @param smoothing what is done with outliers
 * @param schedule when orders are asked for, absent for always
 * @param quiet how long after a closed order no new one is asked for
 * @param maxAge how old a reading may be to trigger
 */
record Trigger(
        String verfahren,
        Subject subject,
        @Nullable String art,
        List<Quantity> measurements,
        @Nullable Duration every,
        DecisionId decision,
        Map<String, Origin> inputs,
        Orders orders,
        String correlation,
        Message start,
        @Nullable Changed changed,
        @Nullable Message ended,
        Rules hysteresis,
        Smoothing smoothing,
        @Nullable Schedule schedule,
        Duration quiet,
        Duration maxAge) {

    /** What an order is about. */
    enum Subject {
        /** One asset. */
        ASSET,
        /** All sensors of a district. */
        BEZIRK
    }

    /**
     * The words of the table's output {@code massnahme} that ask for an order.
     *
     * @param held after so many readings in a row as the hysteresis wants
     * @param atOnce at once
     */
    record Orders(Set<String> held, Set<String> atOnce) {

        boolean asked(String word) {
            return held.contains(word) || atOnce.contains(word);
        }
    }

    /**
     * A message to a process.
     *
     * @param name its name in the model
     * @param facts its variables and where they come from
     */
    record Message(String name, Map<String, Origin> facts) {}

    /**
     * A message about a changed decision.
     *
     * @param message the message
     * @param by the output that is compared
     */
    record Changed(Message message, String by) {}

    /**
     * The hysteresis.
     *
     * @param holdReadings how many readings in a row must ask for an order
     * @param below the cause is gone below this value
     * @param above the cause is gone above this value
     * @param drop the cause is gone when a reading is so much less than the one before
     * @param words the cause is gone when the table says one of these words
     */
    record Rules(
            int holdReadings,
            @Nullable Double below,
            @Nullable Double above,
            @Nullable Double drop,
            Set<String> words) {}

    /** Whether readings of such an asset count. */
    boolean isAbout(String kind) {
        var wanted = art;
        return wanted == null || wanted.equals(kind);
    }

    /** Whether a reading of these quantities counts. */
    boolean reads(Set<Quantity> measured) {
        return every == null && measurements.stream().anyMatch(measured::contains);
    }
}
