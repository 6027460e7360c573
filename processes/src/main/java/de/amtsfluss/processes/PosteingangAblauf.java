package de.amtsfluss.processes;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a piece of post through its process. Every step may be repeated. */
public interface PosteingangAblauf {

    /**
     * Ties a piece of post to its process and recognises what it is about.
     *
     * @throws IllegalArgumentException if there is no such post
     */
    Erkannt erkennen(PosteingangId id, long processInstanceKey);

    /**
     * Makes an office responsible.
     *
     * @param stelle the group, or {@code vorgang} for the groups of the Vorgang that was recognised
     */
    Zustaendig zuordnen(PosteingangId id, String stelle);

    /** Files the documents with the Vorgang that was ordered, or with a new one. */
    Uebernahme uebernehmen(PosteingangId id);

    /** Files the post without a Vorgang. */
    void ablegen(PosteingangId id);

    /**
     * What was recognised; no personal data.
     *
     * @param neu whether this is the process of the post
     * @param fakten what the decision table asks for
     */
    record Erkannt(boolean neu, Map<String, Object> fakten) {}

    /**
     * Who is responsible.
     *
     * @param gruppen the groups
     * @param bearbeiter the login name of who has an open task of the Vorgang, empty if nobody has
     */
    record Zustaendig(Set<String> gruppen, String bearbeiter) {

        /** The groups in a fixed order. */
        public List<String> sortiert() {
            return gruppen.stream().sorted().toList();
        }
    }

    /** What became of the wish to file post with a Vorgang. */
    sealed interface Uebernahme {

        /**
         * The documents are filed there, now or by an earlier attempt.
         *
         * @param vorgang the Vorgang
         * @param antragOffen whether the procedure of a new Vorgang still has to be begun with its form
         */
        record Uebernommen(Vorgang vorgang, boolean antragOffen) implements Uebernahme {}

        /** The Akte of the Vorgang was closed to the files meanwhile. */
        record AkteGeschlossen() implements Uebernahme {}
    }
}
