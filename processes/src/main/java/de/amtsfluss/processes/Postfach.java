package de.amtsfluss.processes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inbox of the portal. Every rule of who may read what is enforced here. */
public interface Postfach {

    /** Puts a message in; a repeat with the same id changes nothing. */
    Postfachnachricht put(New message);

    /** The messages of an account, the newest first, at most 500. */
    List<Postfachnachricht> of(String konto);

    /** All messages about a Vorgang, the newest first, for who has proved to know it. */
    List<Postfachnachricht> of(VorgangId vorgang);

    /** All messages about a Vorgang, the newest first, if the person may see it. */
    List<Postfachnachricht> of(VorgangId vorgang, Akteur akteur);

    /** Gives the owner of an account a message and keeps when that was first done. */
    Optional<Retrieved> retrieve(UUID id, String konto);

    /** Gives a message about a Vorgang to who has proved to know it, likewise. */
    Optional<Retrieved> retrieve(UUID id, VorgangId vorgang);

    /**
     * What is to be put in.
     *
     * @param id recognises a repeat
     * @param vorgang the Vorgang it belongs to
     * @param konto whose inbox; without it, it lies at the Vorgang
     * @param betreff what it is about
     * @param text what it says
     * @param dokument the document that comes with it
     */
    record New(
            UUID id,
            VorgangId vorgang,
            @Nullable String konto,
            String betreff,
            String text,
            @Nullable DokumentId dokument) {}

    /**
     * What somebody has retrieved.
     *
     * @param nachricht the message
     * @param dokument its document with the content
     */
    record Retrieved(Postfachnachricht nachricht, Dokumente.@Nullable WithContent dokument) {}
}
