package de.amtsfluss.processes.protokoll;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Protokolleinsicht;
import de.amtsfluss.processes.Protokolleintrag;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.util.List;
import org.springframework.stereotype.Service;

/** Shows the Protokoll of a Vorgang to those who may see the Vorgang. */
@Service
class ProtokolleinsichtService implements Protokolleinsicht {

    private final ProtokollRepository repository;
    private final Vorgaenge vorgaenge;

    ProtokolleinsichtService(ProtokollRepository repository, Vorgaenge vorgaenge) {
        this.repository = repository;
        this.vorgaenge = vorgaenge;
    }

    @Override
    public List<Protokolleintrag> of(VorgangId vorgang) {
        return repository.of(vorgang.value());
    }

    @Override
    public List<Protokolleintrag> of(VorgangId vorgang, Akteur akteur) {
        return vorgaenge
                .find(vorgang, akteur)
                .map(found -> repository.of(found.id().value()))
                .orElse(List.of());
    }

    @Override
    public Befund verify(VorgangId vorgang, Akteur akteur) {
        return vorgaenge
                .find(vorgang, akteur)
                .map(found -> verify(repository.of(found.id().value())))
                .orElseGet(Befund.NotFound::new);
    }

    private static Befund verify(List<Protokolleintrag> entries) {
        var chain = new Ketten((last, count) -> {});
        try {
            entries.forEach(chain::add);
            return new Befund.Sound(chain.entries());
        } catch (Ketten.BrokenChain e) {
            return new Befund.Broken(e.nummer(), e.difference());
        }
    }
}
