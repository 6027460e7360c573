package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is last known of an asset, and where it stands in all triggers.
 *
 * @param subject the asset's id, or {@code bezirk:‹name›}
 * @param link how its sensor was heard last, absent before the first uplink
 * @param occupancy since when it is occupied
 * @param values the latest values
 * @param states where it stands, by procedure
 * @param seen which uplinks were processed last
 */
record Twin(
        String subject,
        @Nullable Link link,
        Occupancy occupancy,
        Map<Quantity, Value> values,
        Map<String, TriggerState> states,
        Seen seen) {

    /** Before the first uplink. */
    static Twin initial(String subject) {
        return new Twin(subject, null, Occupancy.UNKNOWN, Map.of(), Map.of(), Seen.NONE);
    }

    /**
     * A value.
     *
     * @param value in the unit of its quantity
     * @param at when it was received
     */
    record Value(double value, Instant at) {}

    /** Whether an uplink is older than the latest one. */
    boolean isLate(Uplink uplink) {
        return link != null && uplink.receivedAt().isBefore(link.receivedAt());
    }

    /** The twin after an uplink that is not late; what the uplink does not tell keeps its old value. */
    Twin after(Uplink uplink, Map<Quantity, Double> measurements) {
        var newest = new EnumMap<Quantity, Value>(Quantity.class);
        newest.putAll(values);
        measurements.forEach((quantity, value) -> newest.put(quantity, new Value(value, uplink.receivedAt())));
        var occupied = measurements.get(Quantity.OCCUPANCY);
        return new Twin(
                subject,
                Link.after(link, uplink),
                occupied == null ? occupancy : occupancy.after(occupied > 0, uplink.receivedAt()),
                newest,
                states,
                seen);
    }

    /** The same with another value, received by another way than an uplink. */
    Twin with(Quantity quantity, double value, Instant at) {
        var newest = new EnumMap<Quantity, Value>(Quantity.class);
        newest.putAll(values);
        newest.put(quantity, new Value(value, at));
        return new Twin(subject, link, occupancy, newest, states, seen);
    }

    /** The same standing elsewhere in one trigger. */
    Twin with(String verfahren, TriggerState state) {
        var others = new TreeMap<>(states);
        others.put(verfahren, state);
        return new Twin(subject, link, occupancy, values, others, seen);
    }

    /** The twin after an uplink that is late: its values no longer count, but it was not lost. */
    Twin afterLate(Uplink late) {
        return link == null ? this : new Twin(subject, link.overtaken(late), occupancy, values, states, seen);
    }

    /** The same having processed an uplink. */
    Twin having(Seen.Print uplink) {
        return new Twin(subject, link, occupancy, values, states, seen.with(uplink));
    }

    /** The same with another occupancy. */
    Twin with(Occupancy other) {
        return new Twin(subject, link, other, values, states, seen);
    }

    /** Where it stands in a trigger. */
    TriggerState state(String verfahren) {
        return states.getOrDefault(verfahren, TriggerState.INITIAL);
    }

    /** The plain values. */
    Map<Quantity, Double> plain() {
        var plain = new EnumMap<Quantity, Double>(Quantity.class);
        values.forEach((quantity, value) -> plain.put(quantity, value.value()));
        return plain;
    }

    /**
     * Since when a space is occupied. A short absence (a car that manoeuvres, a sensor that wavers) does not end it.
     *
     * @param since when it was occupied first, absent if it is free
     * @param freeSince when it was last reported free after that
     */
    record Occupancy(@Nullable Instant since, @Nullable Instant freeSince) {

        /** Nobody has said anything. */
        static final Occupancy UNKNOWN = new Occupancy(null, null);

        /** Detection takes some seconds and the radio a few more; 60 to 90 s are the practice of parking sensors. */
        static final Duration FLAP = Duration.ofSeconds(90);

        Occupancy after(boolean occupied, Instant at) {
            if (!occupied) {
                return since == null || freeSince != null ? this : new Occupancy(since, at);
            }
            return since == null || isOver(at) ? new Occupancy(at, null) : new Occupancy(since, null);
        }

        /** Whether it is free for so long that it counts. */
        boolean isOver(Instant at) {
            var free = freeSince;
            return free != null && free.plus(FLAP).isBefore(at);
        }

        /** For how many minutes it is occupied, 0 if it is not. */
        double minutes(Instant at) {
            var beginning = since;
            return beginning == null || isOver(at)
                    ? 0
                    : Math.max(0, Duration.between(beginning, at).toMillis() / 60_000.0);
        }
    }
}
