package de.amtsfluss.processes;

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

    /**
     * A document with its content.
     *
     * @param dokument what is known of it
     * @param content its bytes
     */
    record WithContent(Dokument dokument, byte[] content) {}
}
