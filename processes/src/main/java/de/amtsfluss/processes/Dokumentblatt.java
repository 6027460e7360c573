package de.amtsfluss.processes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a {@link Dokument} besides its content (xdomea 3.1: Dokument).
 *
 * @param dokument the document with its newest version
 * @param richtung which way it went
 * @param posteingangAm when it came in
 * @param postausgangAm when it was sent
 * @param versionen all its versions, the oldest first
 * @param volltext whether it can be found by its text
 */
public record Dokumentblatt(
        Dokument dokument,
        Richtung richtung,
        @Nullable LocalDate posteingangAm,
        @Nullable LocalDate postausgangAm,
        List<Dokumentversion> versionen,
        Volltext volltext) {

    /** Keeps its own copy of the versions. */
    public Dokumentblatt {
        versionen = List.copyOf(versionen);
    }

    /** Which way a document went. */
    public enum Richtung {
        /** It came in. */
        EINGANG,
        /** It was or will be sent. */
        AUSGANG,
        /** It stays in the office. */
        INTERN
    }

    /** Whether a document can be found by its text. */
    public enum Volltext {
        /** Its text was not read yet. */
        OFFEN,
        /** It can be found by its text. */
        GELESEN,
        /** There is no text in it, as in a photograph, or the file is of a kind that is not read. */
        OHNE_TEXT,
        /** The file is broken, or reading it took too long. */
        NICHT_LESBAR
    }
}
