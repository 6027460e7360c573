package de.amtsfluss.processes;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The order in which the administration keeps its Akten, by its tasks. */
public interface Aktenplan {

    /**
     * The unit in which an Akte may be made today.
     *
     * @throws IllegalArgumentException if the Aktenplan has no such unit, or it is not in use today
     */
    Aktenplaneinheit unit(String kennzeichen);

    /** The unit, in use or not. */
    Optional<Aktenplaneinheit> find(String kennzeichen);

    /** All units, by their reference. */
    List<Aktenplaneinheit> units();

    /**
     * Takes over a newer version of an Aktenplan; units that it no longer has stay, but no new Akte may be made there.
     *
     * @param xml the message Aktenplan.Aktenplan.0301 of xdomea 3.1, of at most 5 MB; closed by the caller
     * @param akteur somebody who releases procedures
     */
    Import load(InputStream xml, Akteur akteur);

    /** What became of an Aktenplan that was handed in. */
    sealed interface Import {

        /**
         * It holds from now on.
         *
         * @param bezeichnung its name
         * @param version its version
         * @param einheiten how many units it has
         */
        record Loaded(String bezeichnung, String version, int einheiten) implements Import {}

        /**
         * It cannot be used; nothing was changed.
         *
         * @param findings all that is wrong, as sentences in German
         */
        record Refused(List<String> findings) implements Import {

            /** Keeps its own copy. */
            public Refused {
                findings = List.copyOf(findings);
            }
        }

        /** The person may not do this. */
        record NotAllowed() implements Import {}
    }
}
