package de.amtsfluss.processes;

import de.amtsfluss.processes.Auskunft.Nachweis;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.Auskunft.Verlaengerung;
import de.amtsfluss.processes.Auskunftsinhalt.Vorgangsauskunft;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Telling people what is kept about them (Art. 15 DSGVO). Only the group {@code datenschutz} may do so, which is
 * enforced here; for everybody else there is nothing. Each step is in the Protokoll, without saying who is looked for.
 */
public interface Auskuenfte {

    /** The group whose members answer these requests. */
    String DATENSCHUTZ = "datenschutz";

    /** Whether the person answers these requests. */
    static boolean isOpenTo(Akteur akteur) {
        return akteur.gruppen().contains(DATENSCHUTZ);
    }

    /** The requests without their candidates: those to be answered first, then the newest; at most 500. */
    List<Auskunft> list(Akteur akteur);

    /** A request with its candidates. */
    Optional<Auskunft> find(UUID id, Akteur akteur);

    /** Writes a request down; it is to be answered within a month after receipt (Art. 12 Abs. 3 Satz 1 DSGVO). */
    Outcome request(Neu wanted, Akteur akteur);

    /** Notes that it was checked who asks; without that there is no search. */
    Outcome identify(UUID id, Nachweis nachweis, Akteur akteur);

    /** Extends the period to three months after receipt, once, if the person was told within the first month. */
    Outcome extend(UUID id, Verlaengerung verlaengerung, Akteur akteur);

    /** Looks for the Vorgaenge of the person; what was said of candidates before stays. */
    Outcome search(UUID id, Akteur akteur);

    /** Says whether a candidate is about the person. */
    Outcome judge(UUID id, VorgangId vorgang, Urteil urteil, Akteur akteur);

    /** What would be told of a Vorgang that was found to be about the person. */
    Optional<Vorschau> preview(UUID id, VorgangId vorgang, Akteur akteur);

    /**
     * Notes that a Vorgang was checked for data of third parties (Art. 15 Abs. 4 DSGVO).
     *
     * @param geschwaerzt the keys of the entries that are not to be told
     * @param stand what was looked at, as {@link Vorschau#stand()} says
     */
    Outcome check(UUID id, VorgangId vorgang, Set<String> geschwaerzt, String stand, Akteur akteur);

    /**
     * Makes the answer, as JSON and as PDF. All candidates must be judged and all that are about the person checked;
     * what has changed since is to be checked again.
     */
    Outcome release(UUID id, Akteur akteur);

    /**
     * Refuses the request.
     *
     * @param grund why, which the person has to be told within a month (Art. 12 Abs. 4 DSGVO)
     */
    Outcome reject(UUID id, String grund, Akteur akteur);

    /** The answer as it was made. */
    Optional<byte[]> answer(UUID id, Format format, Akteur akteur);

    /** In which form an answer is given. */
    enum Format {
        /** For machines; see {@link Auskunftsinhalt}. */
        JSON,
        /** To be read, PDF/A. */
        PDF
    }

    /**
     * A request to be written down.
     *
     * @param eingegangenAm the day it was received
     * @param kanal how it came in
     * @param person who is to be looked for
     */
    record Neu(@Nullable LocalDate eingegangenAm, @Nullable Kanal kanal, Person person) {}

    /**
     * What would be told of a Vorgang.
     *
     * @param inhalt its content; what was found to be of third parties is left out already
     * @param zuPruefen the keys of entries that may tell something of third parties
     * @param geschwaerzt the keys of entries that the officer has left out
     * @param stand says what was looked at, and changes with it
     */
    record Vorschau(Vorgangsauskunft inhalt, Set<String> zuPruefen, Set<String> geschwaerzt, String stand) {

        /** Keeps its own copies. */
        public Vorschau {
            zuPruefen = Set.copyOf(zuPruefen);
            geschwaerzt = Set.copyOf(geschwaerzt);
        }
    }

    /** What became of a command. */
    sealed interface Outcome {

        /**
         * It is done.
         *
         * @param auskunft the request as it is now
         */
        record Done(Auskunft auskunft) implements Outcome {}

        /**
         * It cannot be done.
         *
         * @param saetze why, in German
         */
        record Refused(List<String> saetze) implements Outcome {

            /** Keeps its own copy. */
            public Refused {
                saetze = List.copyOf(saetze);
            }

            /** For one reason. */
            public Refused(String satz) {
                this(List.of(satz));
            }
        }

        /**
         * What was entered is wrong; nothing was stored.
         *
         * @param maengel a German sentence by field
         */
        record Invalid(Map<String, String> maengel) implements Outcome {}

        /** There is no such request or candidate, or not for this person. */
        record NotFound() implements Outcome {}
    }
}
