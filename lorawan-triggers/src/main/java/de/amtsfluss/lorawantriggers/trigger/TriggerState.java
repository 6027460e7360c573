package de.amtsfluss.lorawantriggers.trigger;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.amtsfluss.processes.AusloeserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an asset stands in a trigger.
 *
 * @param held how many readings in a row asked for an order
 * @param order the order that was asked for, absent if none was since the cause was gone
 * @param last the latest reading that counted, absent before the first
 * @param memory what the smoothing remembers
 */
record TriggerState(
        int held, @Nullable Order order, @Nullable Reading last, Smoothing.@Nullable Memory memory) {

    /** No reading yet. */
    static final TriggerState INITIAL = new TriggerState(0, null, null, null);

    /**
     * A value.
     *
     * @param value in the unit of its quantity
     * @param at when it was received
     */
    record Reading(double value, Instant at) {}

    /**
     * An order that was asked for.
     *
     * @param ausloeser what it was asked for with
     * @param at the time of the reading that did it
     * @param told what the process was last told of the output that it wants to know the changes of
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(UUID ausloeser, Instant at, @Nullable String told) {

        AusloeserId id() {
            return new AusloeserId(ausloeser);
        }
    }

    /** What the smoothing remembers. */
    Smoothing.Memory remembered() {
        var known = memory;
        return known == null ? Smoothing.Memory.EMPTY : known;
    }

    /** Nobody has asked for anything. */
    TriggerState armed(int readings, Reading reading) {
        return new TriggerState(readings, null, reading, memory);
    }

    /** An order was asked for. */
    TriggerState ordered(Order asked, Reading reading) {
        return new TriggerState(0, asked, reading, memory);
    }

    /** The same with another memory; an empty one needs no place. */
    TriggerState remembering(Smoothing.Memory other) {
        return new TriggerState(held, order, last, other.equals(Smoothing.Memory.EMPTY) ? null : other);
    }
}
