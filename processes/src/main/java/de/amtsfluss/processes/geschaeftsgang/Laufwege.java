package de.amtsfluss.processes.geschaeftsgang;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.Beteiligungsschritt.Bearbeitung;
import de.amtsfluss.processes.Beteiligungsschritt.Status;
import de.amtsfluss.processes.Geschaeftsgaenge.NeuerSchritt;
import de.amtsfluss.processes.Geschaeftsgaenge.Start;
import de.amtsfluss.processes.Geschaeftsgang;
import de.amtsfluss.processes.GeschaeftsgangId;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.VorgangId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the Laufwege and writes each change into the Protokoll. */
@Component
class Laufwege {

    private final GeschaeftsgangRepository repository;
    private final SchrittRepository schritte;
    private final Protokoll protokoll;
    private final Clock clock;

    Laufwege(GeschaeftsgangRepository repository, SchrittRepository schritte, Protokoll protokoll, Clock clock) {
        this.repository = repository;
        this.schritte = schritte;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return now().atZone(Termine.OFFICE).toLocalDate();
    }

    Optional<Geschaeftsgang> find(GeschaeftsgangId id) {
        return repository.find(id);
    }

    List<Geschaeftsgang> of(VorgangId vorgang) {
        return repository.of(vorgang);
    }

    /** Reads a Geschäftsgang that nobody else changes until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Geschaeftsgang lock(GeschaeftsgangId id) {
        repository.lock(id);
        return repository
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected to change the Geschäftsgang '%s', but no such one was found".formatted(id)));
    }

    /** False if one is open already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean start(GeschaeftsgangId id, Start wanted, Akteur akteur) {
        if (!repository.insert(id, wanted, akteur.kennung(), now())) {
            return false;
        }
        var handlung = new Handlung(Objektart.GESCHAEFTSGANG, id, Aktion.ANGELEGT);
        protokoll.write(wanted.vorgang(), handlung);
        wanted.schritte().forEach(schritt -> schritte.insert(id, wanted.vorgang(), schritt, akteur.kennung(), now()));
        return true;
    }

    /** Puts a step into its place; who checks it looks that this part has not begun. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(Geschaeftsgang into, NeuerSchritt schritt, Akteur akteur) {
        if (!schritt.parallel()) {
            schritte.shift(into.id(), schritt.stufe(), 1);
        }
        var id = schritte.insert(into.id(), into.vorgang(), schritt, akteur.kennung(), now());
        schritte.renumber(into.id());
        var handlung = new Handlung(Objektart.BETEILIGUNGSSCHRITT, id, Aktion.ANGELEGT);
        protokoll.write(into.vorgang(), handlung);
    }

    /** Ends a step, which from now on does not change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(VorgangId vorgang, Beteiligungsschritt schritt, Status status, Bearbeitung bearbeitung) {
        schritte.end(schritt.id(), vorgang, status, bearbeitung);
        var aktion = status == Status.ABGESCHLOSSEN ? Aktion.ERLEDIGT : Aktion.GEAENDERT;
        protokoll.write(
                vorgang,
                new Handlung(Objektart.BETEILIGUNGSSCHRITT, schritt.id(), aktion)
                        .with("vermerk", null, bearbeitung.vermerk().name()));
    }

    /** Moves a step to another day; why stands in its note. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(VorgangId vorgang, Beteiligungsschritt schritt, LocalDate am, String begruendung) {
        var note = "Verschoben: " + begruendung;
        schritte.move(schritt.id(), vorgang, am, schritt.notiz() == null ? note : schritt.notiz() + "\n" + note);
        protokoll.write(
                vorgang,
                new Handlung(Objektart.BETEILIGUNGSSCHRITT, schritt.id(), Aktion.GEAENDERT)
                        .with("termin", text(schritt.termin()), am.toString()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
