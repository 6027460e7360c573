package de.amtsfluss.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds Vorgaenge and documents by their words. What a person may not see is left out before hits are counted and
 * highlighted.
 */
public interface Aktensuche {

    /** How many hits are on a page. */
    int PAGE_SIZE = 20;

    /** More hits than these are not counted; then the best of the first ones that were found are shown. */
    int MOST_COUNTED = 1_000;

    /** The hits that the person may see, the best first. */
    Trefferliste search(Anfrage anfrage, Akteur akteur);

    /** Takes a Vorgang with its documents out of the index, for example when its key is deleted. */
    void forget(VorgangId vorgang);

    /**
     * What is looked for.
     *
     * @param text words, all of which must be there; phrases in quotation marks, {@code or} between words, or a whole
     *     Aktenzeichen
     * @param verfahren only in this procedure
     * @param status only in Vorgaenge in this state
     * @param jahr only what is of this year
     * @param typ only this kind of thing
     * @param seite the page, from 1
     */
    record Anfrage(
            String text,
            @Nullable String verfahren,
            Vorgang.@Nullable Status status,
            @Nullable Integer jahr,
            @Nullable Typ typ,
            int seite) {

        /** The first page for some words everywhere. */
        public static Anfrage of(String text) {
            return new Anfrage(text, null, null, null, null, 1);
        }
    }

    /** A kind of thing that can be found. */
    enum Typ {
        /** A Vorgang by its reference or subject. */
        VORGANG,
        /** A PDF. */
        PDF,
        /** A picture; it has no text but a name. */
        BILD,
        /** A text of an office program, or plain text. */
        TEXT,
        /** Any other file. */
        SONSTIGES
    }

    /**
     * A page of hits.
     *
     * @param treffer the hits
     * @param anzahl how many there are on all pages, {@link #MOST_COUNTED} at most
     * @param mehr whether there are more than were counted
     */
    record Trefferliste(List<Treffer> treffer, int anzahl, boolean mehr) {

        /** Keeps its own copy. */
        public Trefferliste {
            treffer = List.copyOf(treffer);
        }

        /** Nothing. */
        public static Trefferliste empty() {
            return new Trefferliste(List.of(), 0, false);
        }
    }

    /**
     * A hit.
     *
     * @param vorgang the Vorgang
     * @param dokument the document in it, absent if the Vorgang itself was found
     * @param typ what was found
     * @param aktenzeichen the reference of the Vorgang
     * @param betreff the subject of the Vorgang
     * @param titel the name of the document, or the subject
     * @param auszug some words around what was found, piece by piece; plain text, whatever stands in it
     */
    record Treffer(
            VorgangId vorgang,
            @Nullable DokumentId dokument,
            Typ typ,
            String aktenzeichen,
            String betreff,
            String titel,
            List<Stelle> auszug) {

        /** Keeps its own copy. */
        public Treffer {
            auszug = List.copyOf(auszug);
        }
    }

    /**
     * A piece of text.
     *
     * @param text the words
     * @param gefunden whether they are what was looked for
     */
    record Stelle(String text, boolean gefunden) {}
}
