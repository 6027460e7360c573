package de.amtsfluss.processes.aktenplan;

import de.amtsfluss.processes.Aktenplaneinheit;
import java.util.List;

/**
 * An Aktenplan as it was read.
 *
 * @param bezeichnung its name
 * @param version its version
 * @param einheiten its units, each after the one it is part of
 */
record AktenplanDatei(String bezeichnung, String version, List<Aktenplaneinheit> einheiten) {

    /** What reading gave. */
    sealed interface Read {

        /**
         * A whole Aktenplan.
         *
         * @param datei it
         */
        record Sound(AktenplanDatei datei) implements Read {}

        /**
         * No Aktenplan that can be used.
         *
         * @param findings all that is wrong, in German
         */
        record Unsound(List<String> findings) implements Read {}
    }
}
