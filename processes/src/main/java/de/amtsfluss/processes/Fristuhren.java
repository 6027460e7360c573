package de.amtsfluss.processes;

import java.time.Instant;
import java.time.LocalDate;

/** Starts, stops and reads clocks of periods. A clock is a value; who needs it again keeps it. */
public interface Fristuhren {

    /**
     * Lets a period begin that waited for complete documents.
     *
     * @param uhr the clock
     * @param am when they were complete
     * @return the running clock
     */
    Umstellung<Fristuhr.Laeuft> begin(Fristuhr.Wartet uhr, Instant am);

    /**
     * Stops a clock.
     *
     * @param uhr the clock
     * @param am when; its day in Berlin is the first that does not count
     * @param grund why, German, without full stop
     * @return the standing clock; refused before the beginning, before the last pause ended, and after the end
     */
    Umstellung<Fristuhr.Steht> pause(Fristuhr.Laeuft uhr, Instant am, String grund);

    /**
     * Lets a clock go on.
     *
     * @param uhr the clock
     * @param am when; its day in Berlin is the last that does not count
     * @return the running clock; refused when that is before the clock was stopped
     */
    Umstellung<Fristuhr.Laeuft> resume(Fristuhr.Steht uhr, Instant am);

    /**
     * Reads a clock.
     *
     * @param uhr the clock
     * @return its budget, how much is consumed before the current day, and the end with its steps, or why there is none
     */
    Stand stand(Fristuhr uhr);

    /**
     * What a clock shows.
     *
     * @param heute the day it was read
     * @param budget how many days the period has, working days where it is counted in these; 0 before its beginning
     * @param verbraucht how many of them had passed when {@code heute} began, or when the clock was stopped
     * @param ende the end, or why it is not known
     */
    record Stand(LocalDate heute, int budget, int verbraucht, Fristergebnis ende) {

        /**
         * Returns what is left of the budget.
         *
         * @return days, not below 0
         */
        public int rest() {
            return budget - verbraucht;
        }
    }

    /**
     * What became of a wish to change a clock.
     *
     * @param <U> the state that was wished
     */
    sealed interface Umstellung<U extends Fristuhr> {

        /**
         * It was changed.
         *
         * @param uhr the clock from now on
         * @param <U> its state
         */
        record Umgestellt<U extends Fristuhr>(U uhr) implements Umstellung<U> {}

        /**
         * It stays as it is.
         *
         * @param satz why, a German sentence
         * @param <U> the state that was wished
         */
        record Abgelehnt<U extends Fristuhr>(String satz) implements Umstellung<U> {}
    }
}
