package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.processes.AusloeserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a container stands in the hysteresis.
 *
 * @param phase whether an order was asked for
 * @param last the latest reading that counted, absent before the first
 */
record TriggerState(Phase phase, @Nullable Reading last) {

    /** No reading yet. */
    static TriggerState initial() {
        return new TriggerState(new Armed(0), null);
    }

    /**
     * A fill level.
     *
     * @param prozent 0 to 100
     * @param at when it was received
     */
    record Reading(double prozent, Instant at) {}

    /** Whether an order was asked for. */
    sealed interface Phase {}

    /**
     * None was since the last emptying.
     *
     * @param held how many readings in a row asked for one
     */
    record Armed(int held) implements Phase {}

    /**
     * One was, and the container was not measured empty since.
     *
     * @param ausloeser what the order was asked for with
     * @param at the time of the reading that did it
     */
    record Triggered(AusloeserId ausloeser, Instant at) implements Phase {}
}
