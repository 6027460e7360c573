package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.Aktensuche.Anfrage;
import de.amtsfluss.processes.Aktensuche.Trefferliste;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.VorgangId;
import java.util.UUID;

/** An index that can be asked for words. */
interface Suchindex {

    /** Brings something in, or replaces it. */
    void write(Eintrag eintrag);

    /** Takes one thing out. */
    void remove(UUID id);

    /** Takes out a Vorgang with all its documents. */
    void remove(VorgangId vorgang);

    /** Finds what the person may see; the text is not blank, and the person is in some group. */
    Trefferliste search(Anfrage anfrage, Akteur akteur);
}
