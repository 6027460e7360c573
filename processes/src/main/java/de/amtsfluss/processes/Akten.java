package de.amtsfluss.processes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Akten. Those may see one that are in a group of one of its Vorgaenge; the group {@code registratur} may see and
 * order all of them, but reads no document by that. Nobody sees an Akte above what the own groups allow.
 */
public interface Akten {

    /** The Akte if the person may see it. */
    Optional<Akte> find(AkteId id, Akteur akteur);

    /** The Akte of a Vorgang if the person may see it. */
    Optional<Akte> of(VorgangId vorgang, Akteur akteur);

    /**
     * Closes an Akte to the files („zu den Akten“). All its Vorgaenge must be closed, without an open task or
     * Wiedervorlage, and all documents filed. It is kept until 31 December of the year that many years later as its
     * Aktenplaneinheit says (the end of the year is an example, to be set by the city; xdomea keeps an exact date).
     */
    Outcome closeToFiles(AkteId id, Akteur akteur);

    /**
     * Opens a closed Akte again.
     *
     * @param akteur a member of the group {@code registratur}
     * @param grund why
     */
    Outcome reopen(AkteId id, Akteur akteur, String grund);

    /**
     * Forbids to delete the Akte, or allows it again.
     *
     * @param akteur a member of the group {@code registratur}
     * @param gesperrt whether it is forbidden
     * @param grund why
     */
    Outcome hold(AkteId id, Akteur akteur, boolean gesperrt, String grund);

    /**
     * Sets how confidential the Akte is. Everybody who may see it may raise that up to what the own groups allow; only
     * the group {@code registratur} may lower it.
     *
     * @param grund why
     */
    Outcome classify(AkteId id, Akteur akteur, Vertraulichkeit stufe, String grund);

    /** What was ordered for the Akte, the oldest first, if the person may see it. */
    List<Verfuegung> verfuegungen(AkteId id, Akteur akteur);

    /**
     * Why the data of a Vorgang must not be deleted: its Akte is held, is open, or has to be kept. That the archive is
     * asked first is seen to by {@link Aussonderungen}.
     *
     * @return sentences in German, none if nothing stands against it
     */
    List<String> loeschhindernisse(VorgangId vorgang);

    /** What became of an order. */
    sealed interface Outcome {

        /**
         * It was done.
         *
         * @param akte the Akte now
         */
        record Done(Akte akte) implements Outcome {}

        /**
         * It was not done.
         *
         * @param sentences why, in German
         */
        record Refused(List<String> sentences) implements Outcome {

            /** Keeps its own copy. */
            public Refused {
                sentences = List.copyOf(sentences);
            }
        }

        /** There is no such Akte, or the person may not see it. */
        record NotFound() implements Outcome {}
    }

    /**
     * Something that was ordered for an Akte.
     *
     * @param art what
     * @param grund why, absent if none was asked for or it was erased with the key of its Vorgang
     * @param verfuegtVon the login name of who ordered it
     * @param verfuegtAm when
     */
    record Verfuegung(Art art, @Nullable String grund, String verfuegtVon, Instant verfuegtAm) {

        /** What is ordered. */
        public enum Art {
            /** It is closed to the files. */
            ZDA,
            /** It is open again. */
            ZDA_AUFGEHOBEN,
            /** It must not be deleted. */
            LOESCHSPERRE,
            /** It may be deleted when its time has come. */
            LOESCHSPERRE_AUFGEHOBEN,
            /** Its Vertraulichkeit is another. */
            EINSTUFUNG
        }
    }
}
