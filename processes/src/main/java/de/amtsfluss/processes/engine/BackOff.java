package de.amtsfluss.processes.engine;

import java.time.Duration;

/**
 * A pause that doubles with each failed attempt.
 *
 * @param first the pause after the first attempt
 * @param longest the pause that is never exceeded
 */
public record BackOff(Duration first, Duration longest) {

    private static final int DOUBLINGS = 20;

    /**
     * The pause after a failed attempt.
     *
     * @param earlier how many attempts had failed before it
     */
    public Duration after(int earlier) {
        var wanted = first.multipliedBy(1L << Math.clamp(earlier, 0, DOUBLINGS));
        return wanted.compareTo(longest) < 0 ? wanted : longest;
    }
}
