package de.amtsfluss.processes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Computes periods as § 31 VwVfG NRW and §§ 187 to 193 BGB have them, with the holidays of North Rhine-Westphalia, and
 * says each step. Nothing is kept.
 */
public interface Fristen {

    /**
     * Computes the day that is asked for. Days in the future are allowed.
     *
     * @param frist the question
     * @return the day with its steps, why no period runs, or what is wrong with the question
     */
    Fristergebnis compute(Frist frist);

    /**
     * Places reminders and escalations around the end of a period.
     *
     * @param ende the last day of the period
     * @param arbeitstage how many working days each is away from it, below 0 before it; at most 250 either way
     * @return one for each number, the earliest first
     * @throws IllegalArgumentException when a number is beyond 250, or the holidays of the end are not known
     */
    List<Erinnerung> erinnerungen(LocalDate ende, Collection<Integer> arbeitstage);
}
