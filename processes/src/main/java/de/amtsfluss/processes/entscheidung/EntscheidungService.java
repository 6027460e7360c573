package de.amtsfluss.processes.entscheidung;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Entscheidung;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides by the tables of the administration and keeps what they decided. */
@Service
class EntscheidungService implements Entscheidungen {

    private static final int MOST_REPLAYED = 100_000;

    private final DecisionTables tables;
    private final EntscheidungRepository repository;
    private final Vorgaenge vorgaenge;
    private final Protokoll protokoll;
    private final Clock clock;

    EntscheidungService(
            DecisionTables tables,
            EntscheidungRepository repository,
            Vorgaenge vorgaenge,
            Protokoll protokoll,
            Clock clock) {
        this.tables = tables;
        this.repository = repository;
        this.vorgaenge = vorgaenge;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome decide(UUID id, VorgangId vorgang, Question question) {
        return decide(id, question, decided -> {
            write(vorgang, id, decided);
            return repository.keep(id, vorgang, decided, clock.instant());
        });
    }

    @Override
    @Transactional
    public Outcome decide(UUID id, AusloeserId ausloeser, Question question) {
        return decide(id, question, decided -> {
            write(null, id, decided);
            repository.keep(id, ausloeser, decided, clock.instant());
            return repository.find(id).orElseThrow();
        });
    }

    private Outcome decide(UUID id, Question question, Function<Decided, Entscheidung> keep) {
        var earlier = repository.find(id);
        if (earlier.isPresent()) {
            return new Outcome.Made(earlier.get());
        }
        var version = question.version();
        var result = version == null
                ? tables.evaluate(question.tabelle(), question.fakten())
                : tables.evaluate(question.tabelle(), version, question.fakten());
        return switch (result) {
            case Decided decided -> new Outcome.Made(keep.apply(decided));
            case NotDecided not -> new Outcome.NotMade(not);
        };
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(AusloeserId ausloeser, Decided decided) {
        var name = "%s:%s".formatted(ausloeser, decided.decision());
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        if (repository.find(id).isEmpty()) {
            write(null, id, decided);
        }
        repository.keep(id, ausloeser, decided, clock.instant());
    }

    private void write(@Nullable VorgangId vorgang, UUID id, Decided decided) {
        var table = "%s, version %d".formatted(decided.decision().value(), decided.version());
        protokoll.write(
                vorgang, new Handlung(Objektart.ENTSCHEIDUNG, id, Aktion.ENTSCHIEDEN).with("tabelle", null, table));
    }

    @Override
    @Transactional(readOnly = true)
    public Replay replay(Akteur akteur, DecisionTables changed, DecisionId tabelle, Instant since, int limit) {
        if (!akteur.releases()) {
            return new Replay.NotAllowed();
        }
        var nachrechnung = repository.replay(changed, tabelle, since, Math.clamp(limit, 1, MOST_REPLAYED));
        return new Replay.Done(nachrechnung);
    }

    @Override
    public List<Entscheidung> about(VorgangId vorgang) {
        return vorgaenge.find(vorgang).map(this::of).orElse(List.of());
    }

    @Override
    public List<Entscheidung> about(AusloeserId ausloeser) {
        return repository.about(ausloeser);
    }

    @Override
    public List<Entscheidung> about(VorgangId vorgang, Akteur akteur) {
        return vorgaenge.find(vorgang, akteur).map(this::of).orElse(List.of());
    }

    private List<Entscheidung> of(Vorgang vorgang) {
        return repository.about(vorgang.id(), vorgang.ausloeser());
    }
}
