package de.amtsfluss.processes;

import de.amtsfluss.processes.Beteiligungsschritt.Adressat;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The Geschäftsgänge of the Vorgaenge and what people do with their Laufweg. The steps themselves are done as
 * {@link Aufgaben}; there nobody signs a draft of his own, nor does anybody who stands in for its author.
 */
public interface Geschaeftsgaenge {

    /** Starts a Geschäftsgang for a Vorgang that the person may see; the person becomes its author. */
    Outcome start(Start wanted, Akteur akteur);

    /** A Geschäftsgang if the person may see its Vorgang. */
    Optional<Geschaeftsgang> find(GeschaeftsgangId id, Akteur akteur);

    /** The Geschäftsgänge of a Vorgang if the person may see it, the newest first. */
    List<Geschaeftsgang> of(VorgangId vorgang, Akteur akteur);

    /** Puts a step into the part of the Laufweg that has not begun; the steps behind it get new numbers. */
    Outcome insert(GeschaeftsgangId id, NeuerSchritt schritt, Akteur akteur);

    /**
     * Leaves a step out that has not begun. It stays in the record.
     *
     * @param begruendung why
     */
    Outcome skip(GeschaeftsgangId id, UUID schritt, String begruendung, Akteur akteur);

    /**
     * Moves a Wiedervorlage that is not yet due.
     *
     * @param am the new day
     * @param begruendung why
     */
    Outcome move(GeschaeftsgangId id, UUID schritt, LocalDate am, String begruendung, Akteur akteur);

    /**
     * What is needed to start a Geschäftsgang.
     *
     * @param vorgang the Vorgang
     * @param dokument the draft that is signed, one of the Vorgang
     * @param schritte the Laufweg, 1 to 50 steps
     */
    record Start(VorgangId vorgang, @Nullable DokumentId dokument, List<NeuerSchritt> schritte) {}

    /**
     * A step as somebody enters it.
     *
     * @param stufe its Stufe, from 1; the Stufen of a new Laufweg are consecutive
     * @param parallel only where a step is inserted: whether it is taken at the same time as the steps of that Stufe,
     *     or as a Stufe of its own before them
     * @param verfuegung what it asks for
     * @param adressat whom it asks
     * @param termin until when, or for a Wiedervorlage from when on
     * @param notiz what the one who is asked needs to know, at most 500 characters
     */
    record NeuerSchritt(
            int stufe,
            boolean parallel,
            Verfuegung verfuegung,
            Adressat adressat,
            @Nullable LocalDate termin,
            @Nullable String notiz) {}

    /** What became of a wish. */
    sealed interface Outcome {

        /**
         * It is done.
         *
         * @param geschaeftsgang as it is now
         */
        record Done(Geschaeftsgang geschaeftsgang) implements Outcome {}

        /** The Vorgang, Geschäftsgang or step does not exist, or the person may not see it. */
        record NotFound() implements Outcome {}

        /**
         * Its state does not allow it.
         *
         * @param sentence the reason in German, for the person
         */
        record Conflict(String sentence) implements Outcome {}

        /**
         * What was entered is wrong; nothing was stored.
         *
         * @param messages a sentence in German by what is wrong: {@code schritte}, {@code schritte[0].termin}
         */
        record Invalid(Map<String, String> messages) implements Outcome {}
    }
}
