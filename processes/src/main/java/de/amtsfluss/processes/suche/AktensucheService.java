package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.Aktensuche;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.SucheUnavailableException;
import de.amtsfluss.processes.VorgangId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/** Asks the index. */
class AktensucheService implements Aktensuche {

    private static final Logger log = LoggerFactory.getLogger(AktensucheService.class);
    private static final int LONGEST = 500;

    /** Beyond the hits that are counted there is no page. */
    private static final int LAST_PAGE = MOST_COUNTED / PAGE_SIZE;

    private final Suchindex index;
    private final Suchauftraege auftraege;

    AktensucheService(Suchindex index, Suchauftraege auftraege) {
        this.index = index;
        this.auftraege = auftraege;
    }

    @Override
    public Trefferliste search(Anfrage anfrage, Akteur akteur) {
        var text = anfrage.text().replace('\0', ' ').strip();
        if (text.isEmpty() || akteur.gruppen().isEmpty()) {
            return Trefferliste.empty();
        }
        var limited = new Anfrage(
                text.substring(0, Math.min(text.length(), LONGEST)),
                anfrage.verfahren(),
                anfrage.status(),
                anfrage.jahr(),
                anfrage.typ(),
                Math.clamp(anfrage.seite(), 1, LAST_PAGE));
        try {
            return index.search(limited, akteur);
        } catch (SucheUnavailableException e) {
            log.warn("The search could not answer: {}", e.getMessage());
            throw e;
        }
    }

    @Override
    @Transactional
    public void forget(VorgangId vorgang) {
        auftraege.repeatOpen(vorgang);
        index.forget(vorgang);
    }
}
