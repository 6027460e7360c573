package de.amtsfluss.processes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The print queue of the mail room. Only the group {@code poststelle} may use it, which is enforced here. */
public interface Druckauftraege {

    /** The group whose members print and post letters. */
    String POSTSTELLE = "poststelle";

    /** Whether the person belongs to the mail room. */
    static boolean isOpenTo(Akteur akteur) {
        return akteur.gruppen().contains(POSTSTELLE);
    }

    /** The batches, the newest first, at most 100; empty for who may not use the queue. */
    List<Druckauftrag> list(Akteur akteur);

    /** How many letters wait for a batch; none for who may not use the queue. */
    Versandregister.Waiting waiting(Akteur akteur);

    /** Makes a batch of the letters that wait. */
    Outcome create(Akteur akteur);

    /** The PDF of a batch. */
    Optional<byte[]> pdf(UUID id, Akteur akteur);

    /**
     * Confirms that a batch was handed over to the post. The day becomes that of the dispatch of each letter in it
     * (Aufgabe zur Post, § 41 Abs. 2 VwVfG NRW, § 122 Abs. 2 AO). A repeat with the same day changes nothing.
     */
    Outcome confirm(UUID id, LocalDate am, Akteur akteur);

    /** What became of a command. */
    sealed interface Outcome {

        /**
         * It is done.
         *
         * @param druckauftrag the batch as it is now
         */
        record Done(Druckauftrag druckauftrag) implements Outcome {}

        /** No letter waits that could be printed. */
        record Nothing() implements Outcome {}

        /** There is no such batch, or the person may not use the queue. */
        record NotFound() implements Outcome {}

        /**
         * It cannot be done.
         *
         * @param sentence the reason in German, for the person
         */
        record Refused(String sentence) implements Outcome {}
    }
}
