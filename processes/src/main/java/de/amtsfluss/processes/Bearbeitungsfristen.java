package de.amtsfluss.processes;

import de.amtsfluss.processes.Fristuhren.Umstellung;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Keeps for each Vorgang the clock of the time in which the office wants to answer. It stands while the applicant owes
 * papers. Each change is in the {@link Protokoll}; each method may be repeated.
 */
public interface Bearbeitungsfristen {

    /**
     * Lets the period of a Vorgang begin; one that has begun stays as it is.
     *
     * @param vorgang whose period
     * @param regel how it is counted
     * @param am when the application came in
     */
    void begin(VorgangId vorgang, Frist.Regel regel, Instant am);

    /**
     * Stops the clock from today; one that stands goes on standing for the reason it has.
     *
     * @param vorgang whose period
     * @param grund why, German, without full stop and without personal data
     * @return the standing clock; refused after the end of the period
     * @throws IllegalStateException when the period has not begun
     */
    Umstellung<Fristuhr.Steht> pause(VorgangId vorgang, String grund);

    /**
     * Lets the clock go on from tomorrow; one that runs goes on.
     *
     * @param vorgang whose period
     * @return the running clock
     * @throws IllegalStateException when the period has not begun
     */
    Umstellung<Fristuhr.Laeuft> resume(VorgangId vorgang);

    /**
     * Finds out whether somebody has to be told. Each stage is reported once; after a pause all stages may come again,
     * since the end is another one.
     *
     * @param vorgang whose period
     * @param stufen how many working days from the end each stage is, below 0 before it
     * @param auftrag identifies the question: asked again, it gets the same answer
     * @return what the highest stage reached is, when it was not reported yet
     * @throws IllegalStateException when the period has not begun
     */
    Anlass check(VorgangId vorgang, Collection<Integer> stufen, long auftrag);

    /**
     * Reads the clock of a Vorgang.
     *
     * @param vorgang whose period
     * @return what it shows today; empty when none has begun
     */
    Optional<Fristuhren.Stand> stand(VorgangId vorgang);

    /** Why somebody has to be told. */
    enum Anlass {
        /** There is no reason, or it was reported before. */
        KEINER,
        /** The end is near, or it is today. */
        ERINNERUNG,
        /** The end is past. */
        ESKALATION
    }
}
