package de.amtsfluss.processes.aufgabe;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aufgabe;
import de.amtsfluss.processes.AufgabeKey;
import de.amtsfluss.processes.Aufgaben;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.engine.EngineAnswer;
import de.amtsfluss.processes.engine.EngineFailure;
import de.amtsfluss.processes.model.ModelCatalog;
import de.amtsfluss.processes.projection.ChangeNotifier;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with their tasks, and who may do it. */
@Service
class AufgabenService implements Aufgaben {

    private static final Outcome TAKEN = new Outcome.Conflict("Die Aufgabe wird schon von jemand anderem bearbeitet.");
    private static final Outcome NOT_CLAIMED =
            new Outcome.Conflict("Bitte übernehmen Sie die Aufgabe, bevor Sie sie erledigen.");
    private static final Outcome PERSONAL =
            new Outcome.Conflict("Die Aufgabe ist Ihnen persönlich gestellt, keine Gruppe kann sie zurücknehmen.");
    private static final Outcome CLOSED = new Outcome.Conflict("Die Aufgabe wurde inzwischen abgeschlossen.");

    private final AufgabenRepository repository;
    private final TaskCompletions completions;
    private final CamundaClient engine;
    private final Erledigungen erledigungen;
    private final ModelCatalog models;
    private final ChangeNotifier changes;
    private final Protokoll protokoll;
    private final TransactionTemplate transactions;

    AufgabenService(
            AufgabenRepository repository,
            TaskCompletions completions,
            CamundaClient engine,
            Erledigungen erledigungen,
            ModelCatalog models,
            ChangeNotifier changes,
            Protokoll protokoll,
            TransactionTemplate transactions) {
        this.repository = repository;
        this.completions = completions;
        this.engine = engine;
        this.erledigungen = erledigungen;
        this.models = models;
        this.changes = changes;
        this.protokoll = protokoll;
        this.transactions = transactions;
    }

    @Override
    public List<Aufgabe> list(Akteur akteur) {
        return repository.list(akteur).stream()
                .map(AufgabenRepository.Open::aufgabe)
                .toList();
    }

    @Override
    public Optional<Aufgabe> find(AufgabeKey key, Akteur akteur) {
        return repository.find(key, akteur).map(AufgabenRepository.Open::aufgabe);
    }

    @Override
    public String anleitung(AufgabeKey key, Akteur akteur) {
        return repository
                .find(key, akteur)
                .flatMap(open -> models.documentation(open.aufgabe().verfahren(), open.elementId()))
                .orElse("");
    }

    @Override
    public Outcome claim(AufgabeKey key, Akteur akteur) {
        var found = repository.find(key, akteur);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (akteur.kennung().equals(found.get().aufgabe().bearbeiter())) {
            return new Outcome.Done();
        }
        var refused = erledigungen.refuse(found.get().stelle(), Handelnder.person(akteur));
        if (refused.isPresent()) {
            return new Outcome.Conflict(refused.get());
        }
        // The engine refuses a second claim, so of two persons at the same moment one wins. It is asked even where the
        // read model shows somebody: for a moment that may still be who has just given the task back.
        return assign(
                found.get().aufgabe(),
                akteur,
                Aktion.UEBERNOMMEN,
                engine.newAssignUserTaskCommand(key.value())
                        .assignee(akteur.kennung())
                        .allowOverride(false)
                        .send());
    }

    @Override
    public Outcome unclaim(AufgabeKey key, Akteur akteur) {
        var found = find(key, akteur);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!akteur.kennung().equals(found.get().bearbeiter())) {
            return new Outcome.Conflict("Zurückgeben kann die Aufgabe nur, wer sie übernommen hat.");
        }
        if (found.get().gruppen().isEmpty()) {
            return PERSONAL;
        }
        return assign(
                found.get(),
                akteur,
                Aktion.ZURUECKGEGEBEN,
                engine.newUnassignUserTaskCommand(key.value()).send());
    }

    private Outcome assign(Aufgabe aufgabe, Akteur akteur, Aktion aktion, CamundaFuture<?> answer) {
        return switch (EngineAnswer.await(answer)) {
            case EngineAnswer.Taken<?> taken -> {
                transactions.executeWithoutResult(status -> {
                    repository.assign(aufgabe.key(), aktion == Aktion.UEBERNOMMEN ? akteur.kennung() : null);
                    write(aufgabe, Handelnder.person(akteur), aktion);
                    changes.changed();
                });
                yield new Outcome.Done();
            }
            case EngineAnswer.Failed<?> failed -> notAssigned(failed.failure());
        };
    }

    private void write(Aufgabe aufgabe, Handelnder wer, Aktion aktion) {
        protokoll.write(wer, aufgabe.vorgang(), new Handlung(Objektart.AUFGABE, aufgabe.key(), aktion));
    }

    private static Outcome notAssigned(EngineFailure failure) {
        return switch (failure) {
            case EngineFailure.Temporary temporary -> new Outcome.Unavailable();
            case EngineFailure.Missing missing -> CLOSED;
            case EngineFailure.Refused refused -> TAKEN;
            case EngineFailure.Repeated repeated -> TAKEN;
        };
    }

    @Override
    public Outcome complete(AufgabeKey key, Akteur akteur, Map<String, @Nullable Object> values) {
        var found = repository.find(key, akteur);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var aufgabe = found.get().aufgabe();
        var wer = erledigungen.handelnder(aufgabe, akteur);
        if (wer.isEmpty()) {
            return aufgabe.bearbeiter() == null ? NOT_CLAIMED : TAKEN;
        }
        return complete(found.get(), wer.get(), values);
    }

    private Outcome complete(AufgabenRepository.Open open, Handelnder wer, Map<String, @Nullable Object> values) {
        var refused = erledigungen.refuse(open.stelle(), wer);
        if (refused.isPresent()) {
            return new Outcome.Conflict(refused.get());
        }
        var messages = erledigungen.check(open.stelle(), values);
        if (!messages.isEmpty()) {
            return new Outcome.Invalid(messages);
        }
        if (!wer.call(() -> keep(open, wer, values))) {
            return CLOSED;
        }
        return switch (completions.attempt(open.aufgabe().key())) {
            case DONE -> new Outcome.Done();
            case PENDING -> new Outcome.Accepted();
            case REFUSED -> CLOSED;
        };
    }

    private boolean keep(AufgabenRepository.Open open, Handelnder wer, Map<String, @Nullable Object> values) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var aufgabe = open.aufgabe();
            var variables = erledigungen.engineValues(aufgabe, values);
            if (!completions.add(aufgabe.key(), variables, wer.kennung())) {
                return false;
            }
            write(aufgabe, wer, Aktion.ERLEDIGT);
            if (!erledigungen.keep(open.stelle(), wer, values)) {
                status.setRollbackOnly();
                return false;
            }
            changes.changed();
            return true;
        }));
    }
}
