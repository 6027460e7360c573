package de.amtsfluss.processes.posteingang;

import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Inhalt;
import de.amtsfluss.processes.Posteingang.Status;
import de.amtsfluss.processes.PosteingangAblauf;
import de.amtsfluss.processes.PosteingangId;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.message.MessageOutbox;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of the process. What has ended stays, whatever comes again. */
@Component
class Postablauf implements PosteingangAblauf {

    /** What the table and the forms call the groups of the Vorgang that was recognised. */
    private static final String OF_THE_VORGANG = "vorgang";

    private final PosteingangRepository repository;
    private final Posterkennung erkennung;
    private final Vorgangssuche vorgangssuche;
    private final Postuebergabe uebergabe;
    private final Vorgaenge vorgaenge;
    private final MessageOutbox outbox;
    private final Protokoll protokoll;
    private final TransactionTemplate transactions;

    Postablauf(
            PosteingangRepository repository,
            Posterkennung erkennung,
            Vorgangssuche vorgangssuche,
            Postuebergabe uebergabe,
            Vorgaenge vorgaenge,
            MessageOutbox outbox,
            Protokoll protokoll,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.erkennung = erkennung;
        this.vorgangssuche = vorgangssuche;
        this.uebergabe = uebergabe;
        this.vorgaenge = vorgaenge;
        this.outbox = outbox;
        this.protokoll = protokoll;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The text is read without holding the database. */
    @Override
    public Erkannt erkennen(PosteingangId id, long processInstanceKey) {
        var posteingang = repository.find(id).orElseThrow(() -> missing(id, "recognise"));
        var inhalt = inhalt(posteingang);
        var found = erkennung.recognise(posteingang, inhalt);
        return Optional.ofNullable(transactions.execute(status -> {
                    outbox.confirm(new AusloeserId(id.value()));
                    var locked = lock(id, "recognise");
                    if (!repository.begin(id, processInstanceKey) || isOver(locked)) {
                        return new Erkannt(false, Map.of());
                    }
                    repository.setInhalt(locked, inhalt(locked).with(found.vorschlag()));
                    return new Erkannt(true, found.fakten());
                }))
                .orElseThrow();
    }

    @Override
    @Transactional
    public Zustaendig zuordnen(PosteingangId id, String stelle) {
        var posteingang = lock(id, "assign");
        var proposed = proposed(posteingang);
        var gruppen = stelle.equals(OF_THE_VORGANG)
                ? proposed.flatMap(vorgaenge::find)
                        .map(vorgang -> vorgang.gruppen())
                        .orElseThrow(() -> missing(id, "assign to the office of its Vorgang"))
                : Set.of(stelle);
        var bearbeiter = stelle.equals(OF_THE_VORGANG)
                ? proposed.flatMap(vorgangssuche::bearbeiter).orElse("")
                : "";
        if (!isOver(posteingang)) {
            repository.setStatus(id, Status.ZUGEORDNET, gruppen);
            write(id, Aktion.GEAENDERT, "gruppen", names(posteingang.gruppen()), names(gruppen));
        }
        return new Zustaendig(gruppen, bearbeiter);
    }

    private static String names(Set<String> gruppen) {
        return String.join(",", new TreeSet<>(gruppen));
    }

    private static Optional<VorgangId> proposed(Posteingang posteingang) {
        return Optional.ofNullable(posteingang.inhalt()).map(Inhalt::vorschlag).map(Posteingang.Vorschlag::vorgang);
    }

    /** The key of its own is deleted after the commit, and again by a repeat: what it sealed is a document now. */
    @Override
    public Uebernahme uebernehmen(PosteingangId id) {
        var outcome = Optional.ofNullable(
                        transactions.execute(status -> uebergabe.handOver(lock(id, "file with a Vorgang"))))
                .orElseThrow();
        if (outcome instanceof Uebernahme.Uebernommen) {
            uebergabe.forgetOwnKey(id);
        }
        return outcome;
    }

    @Override
    @Transactional
    public void ablegen(PosteingangId id) {
        var posteingang = lock(id, "file");
        if (!isOver(posteingang)) {
            repository.setStatus(id, Status.ABGELEGT, posteingang.gruppen());
            write(id, Aktion.ABGELEGT, "status", posteingang.status().name(), Status.ABGELEGT.name());
        }
    }

    private void write(PosteingangId id, Aktion aktion, String name, String before, String after) {
        protokoll.write(null, new Handlung(Objektart.POSTEINGANG, id, aktion).with(name, before, after));
    }

    private static boolean isOver(Posteingang posteingang) {
        return posteingang.status() == Status.UEBERNOMMEN || posteingang.status() == Status.ABGELEGT;
    }

    private static Inhalt inhalt(Posteingang posteingang) {
        var inhalt = posteingang.inhalt();
        if (inhalt == null) {
            throw missing(posteingang.id(), "read");
        }
        return inhalt;
    }

    private Posteingang lock(PosteingangId id, String wanted) {
        return repository.findForUpdate(id).orElseThrow(() -> missing(id, wanted));
    }

    private static IllegalArgumentException missing(PosteingangId id, String wanted) {
        return new IllegalArgumentException(
                "Expected to %s the post '%s', but it or what it needs was not found".formatted(wanted, id));
    }
}
