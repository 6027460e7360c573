package de.amtsfluss.lorawantriggers.trigger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done with outliers before a value is compared.
 *
 * @param median over how many readings the median is taken, odd; 1 for none
 * @param maxJump a value farther than this from the latest accepted one counts only once a second reading is as near to
 *     it; absent for no limit
 */
record Smoothing(int median, @Nullable Double maxJump) {

    /** Takes every value as it is. */
    static final Smoothing NONE = new Smoothing(1, null);

    /**
     * What is remembered from reading to reading.
     *
     * @param recent the latest accepted values, the oldest first
     * @param candidate a value that jumped and waits to be confirmed
     */
    record Memory(List<Double> recent, @Nullable Double candidate) {

        /** Nothing yet. */
        static final Memory EMPTY = new Memory(List.of(), null);

        /** Keeps its own copy of the list. */
        Memory {
            recent = recent == null ? List.of() : List.copyOf(recent);
        }
    }

    /**
     * What became of a value.
     *
     * @param memory what is remembered now
     * @param value the value to compare, absent if it has to wait
     */
    record Smoothed(Memory memory, @Nullable Double value) {}

    Smoothed next(Memory before, double value) {
        var limit = maxJump;
        var candidate = before.candidate();
        if (limit != null && !before.recent().isEmpty()) {
            var confirmed = candidate != null && Math.abs(value - candidate) <= limit;
            if (Math.abs(value - before.recent().getLast()) > limit && !confirmed) {
                return new Smoothed(new Memory(before.recent(), value), null);
            }
            if (confirmed && Math.abs(value - before.recent().getLast()) > limit) {
                // The level has changed for good; what was before would only delay it.
                return accept(List.of(), value);
            }
        }
        return accept(before.recent(), value);
    }

    private Smoothed accept(List<Double> before, double value) {
        if (median == 1 && maxJump == null) {
            return new Smoothed(Memory.EMPTY, value);
        }
        var recent = new ArrayList<>(before);
        recent.add(value);
        while (recent.size() > median) {
            recent.removeFirst();
        }
        var sorted = recent.stream().sorted().toList();
        return new Smoothed(new Memory(recent, null), sorted.get((sorted.size() - 1) / 2));
    }
}
