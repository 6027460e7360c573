package de.amtsfluss.processes.akte;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Vertraulichkeit;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may read the documents of a Vorgang: members of its groups, up to how confidential its Akte is. */
@Component
class Sicht {

    private final Vorgaenge vorgaenge;
    private final AkteRepository akten;

    Sicht(Vorgaenge vorgaenge, AkteRepository akten) {
        this.vorgaenge = vorgaenge;
        this.akten = akten;
    }

    Optional<Vorgang> of(VorgangId vorgang, Akteur akteur) {
        return vorgaenge
                .find(vorgang, akteur)
                .filter(seen -> vertraulichkeit(seen.id()).isOpenTo(akteur.gruppen()));
    }

    private Vertraulichkeit vertraulichkeit(VorgangId vorgang) {
        return akten.vertraulichkeit(vorgang).orElse(Vertraulichkeit.OFFEN);
    }
}
