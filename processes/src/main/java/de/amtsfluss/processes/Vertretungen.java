package de.amtsfluss.processes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in for whom and when ("i. V."). In that time a deputy sees and completes the tasks of the person, and only
 * those; he signs no draft of that person.
 */
public interface Vertretungen {

    /** Enters a deputy for the person who asks. */
    Outcome enter(NeueVertretung wanted, Akteur akteur);

    /** Ends a Vertretung of the person who asks; it no longer holds from now on. */
    Outcome end(UUID id, Akteur akteur);

    /** The Vertretungen of the person that are not over, the earliest first. */
    List<Vertretung> of(Akteur akteur);

    /** The login names of those whom the person stands in for today. */
    Set<String> vertretene(String kennung);

    /** The login names of all who stand in today for one of these, or for one of those who do. */
    Set<String> kette(Set<String> kennungen);

    /**
     * A Vertretung.
     *
     * @param id identifies it
     * @param wer the login name of the deputy
     * @param fuer the login name of the person who is stood in for
     * @param von the first day
     * @param bis the last day
     */
    record Vertretung(UUID id, String wer, String fuer, LocalDate von, LocalDate bis) {}

    /**
     * A Vertretung as somebody enters it.
     *
     * @param wer the login name of the deputy
     * @param von the first day
     * @param bis the last day
     */
    record NeueVertretung(
            @Nullable String wer,
            @Nullable LocalDate von,
            @Nullable LocalDate bis) {}

    /** What became of a wish. */
    sealed interface Outcome {

        /** It is done. */
        record Done(Vertretung vertretung) implements Outcome {}

        /** There is no such Vertretung of this person. */
        record NotFound() implements Outcome {}

        /**
         * What was entered is wrong; nothing was stored.
         *
         * @param messages a sentence in German by field: {@code wer}, {@code von}, {@code bis}
         */
        record Invalid(Map<String, String> messages) implements Outcome {}
    }
}
