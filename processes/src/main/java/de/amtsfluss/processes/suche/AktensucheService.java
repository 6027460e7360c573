package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.Aktensuche;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.VorgangId;

/** Asks the index. */
class AktensucheService implements Aktensuche {

    private static final int LONGEST = 500;

    /** Beyond the hits that are counted there is no page. */
    private static final int LAST_PAGE = MOST_COUNTED / PAGE_SIZE;

    private final Suchindex index;

    AktensucheService(Suchindex index) {
        this.index = index;
    }

    @Override
    public Trefferliste search(Anfrage anfrage, Akteur akteur) {
        var text = anfrage.text().replace('\0', ' ').strip();
        if (text.isEmpty() || akteur.gruppen().isEmpty()) {
            return Trefferliste.empty();
        }
        return index.search(
                new Anfrage(
                        text.substring(0, Math.min(text.length(), LONGEST)),
                        anfrage.verfahren(),
                        anfrage.status(),
                        anfrage.jahr(),
                        anfrage.typ(),
                        Math.clamp(anfrage.seite(), 1, LAST_PAGE)),
                akteur);
    }

    @Override
    public void forget(VorgangId vorgang) {
        index.remove(vorgang);
    }
}
