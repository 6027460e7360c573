package de.amtsfluss.processes;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The documents of the Vorgaenge. */
public interface Dokumente {

    /**
     * Keeps a draft. A repeat with the same id replaces the content as long as it is a draft and changes nothing once
     * it is filed.
     */
    Dokument draft(DokumentId id, VorgangId vorgang, String name, String mediaType, byte[] content);

    /**
     * Files a draft: from now on it is immutable. A repeat changes nothing.
     *
     * @throws IllegalArgumentException if there is no such document
     */
    Dokument file(DokumentId id);

    /** The documents of a Vorgang, for the system's own work. */
    List<Dokument> of(VorgangId vorgang);

    /** The documents of a Vorgang if the person may see it, the oldest first. */
    List<Dokument> of(VorgangId vorgang, Akteur akteur);

    /** A document with its content, for the system's own work; absent too if it was erased. */
    Optional<WithContent> find(DokumentId id);

    /** A document with its content if the person may see its Vorgang. */
    Optional<WithContent> find(DokumentId id, Akteur akteur);

    /** An earlier version of a document with its content, likewise. */
    Optional<WithContent> find(DokumentId id, int version, Akteur akteur);

    /** The documents of a Vorgang with their versions, the oldest first, if the person may see it. */
    List<Dokumentblatt> blaetter(VorgangId vorgang, Akteur akteur);

    /**
     * Takes in a file from outside after having checked it. What came in is filed at once and so immutable (documents
     * of the Posteingang); everything else stays a draft.
     *
     * @param content the bytes, read no further than the size that is allowed; closed by the caller
     */
    Upload receive(Eingang eingang, InputStream content, Akteur akteur);

    /** Takes in a file likewise from somebody whose right to hand it in the caller has checked. */
    Upload receive(Eingang eingang, InputStream content);

    /**
     * Files what came in and was checked before, in the caller's transaction. A repeat with the same id changes
     * nothing.
     *
     * @param eingang names the Vorgang and the day; the media type is what it is
     */
    Dokument receive(DokumentId id, Eingang eingang, byte[] content);

    /** Files a draft in the name of a person who may see its Vorgang. */
    Vermerk file(DokumentId id, Akteur akteur);

    /**
     * Notes when a document was sent, once; it can be filed already.
     *
     * @throws IllegalArgumentException if there is no such document
     */
    Vermerk sent(DokumentId id, LocalDate tag);

    /** What became of a file that was handed in. */
    sealed interface Upload {

        /**
         * It is kept.
         *
         * @param dokument the document, with the name it got
         */
        record Kept(Dokument dokument) implements Upload {}

        /**
         * It was not taken; nothing was kept.
         *
         * @param sentence why, in German
         */
        record Refused(String sentence) implements Upload {}

        /** There is no such Vorgang or draft, or the person may not see it. */
        record NotFound() implements Upload {}
    }

    /** What became of something that was to be noted at a document. */
    sealed interface Vermerk {

        /**
         * It is noted, now or by an earlier attempt.
         *
         * @param dokument the document
         */
        record Noted(Dokument dokument) implements Vermerk {}

        /**
         * It was not noted.
         *
         * @param sentence why, in German
         */
        record Refused(String sentence) implements Vermerk {}

        /** There is no such document, or the person may not see it. */
        record NotFound() implements Vermerk {}
    }

    /**
     * A document with its content.
     *
     * @param dokument what is known of it
     * @param content its bytes
     */
    record WithContent(Dokument dokument, byte[] content) {}
}
