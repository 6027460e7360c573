package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.Aktensuche.Anfrage;
import de.amtsfluss.processes.Aktensuche.Trefferliste;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.VorgangId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An index that can be asked for words. One that lies on a server of its own throws
 * {@link de.amtsfluss.processes.SucheUnavailableException} while that does not answer.
 */
interface Suchindex {

    /**
     * Which index this is: its kind, and after a slash what tells it from one that was there before; null if there is
     * none yet.
     */
    @Nullable
    String kennung();

    /** Makes the index anew, without content, and gives its {@link #kennung()}. */
    String renew();

    /** Brings something in, or replaces it; called in the transaction that holds its order. */
    void write(Eintrag eintrag);

    /** Takes one thing out. */
    void remove(UUID id);

    /** Takes out a Vorgang with all its documents. */
    void remove(VorgangId vorgang);

    /** Has a Vorgang with all its documents not found any more, from the commit of the caller's transaction on. */
    void forget(VorgangId vorgang);

    /** Finds what the person may see; the text is not blank, and the person is in some group. */
    Trefferliste search(Anfrage anfrage, Akteur akteur);
}
