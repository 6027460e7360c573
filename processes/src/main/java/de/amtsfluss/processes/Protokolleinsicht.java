package de.amtsfluss.processes;

import java.util.List;

/** Reading the {@link Protokoll} of a Vorgang, and proving that it is unchanged. */
public interface Protokolleinsicht {

    /** The entries of a Vorgang, the oldest first, for the system's own work. */
    List<Protokolleintrag> of(VorgangId vorgang);

    /** The entries of a Vorgang, the oldest first, if the person may see it. */
    List<Protokolleintrag> of(VorgangId vorgang, Akteur akteur);

    /** Recomputes the chain of a Vorgang from its entries, if the person may see it. */
    Befund verify(VorgangId vorgang, Akteur akteur);

    /** What verifying a Vorgang's chain found. */
    sealed interface Befund {

        /**
         * Each entry is as it was written and none is missing before the last. What was cut off at the end is not seen
         * here but by the seals.
         *
         * @param eintraege how many entries there are
         */
        record Sound(long eintraege) implements Befund {}

        /**
         * The chain is broken.
         *
         * @param nummer the first entry that does not fit
         * @param sentence what differs, in English
         */
        record Broken(long nummer, String sentence) implements Befund {}

        /** The person may not see the Vorgang, or there is none. */
        record NotFound() implements Befund {}
    }
}
