package de.amtsfluss.decisiontables.check;

/**
 * How much work a check may still do; counted in steps and not in time, so that each run finds the same.
 *
 * <p>A step is one comparison of sets of rows or pieces, some hundred machine words at most.
 */
final class Budget {

    private long left;
    private boolean exhausted;

    Budget(long steps) {
        left = steps;
    }

    /** Takes steps; returns false when there are not as many, and from then on always. */
    boolean spend(long steps) {
        left -= steps;
        exhausted |= left < 0;
        return !exhausted;
    }

    boolean exhausted() {
        return exhausted;
    }
}
