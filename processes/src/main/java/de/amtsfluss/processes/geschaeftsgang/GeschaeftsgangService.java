package de.amtsfluss.processes.geschaeftsgang;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.Beteiligungsschritt.Bearbeitung;
import de.amtsfluss.processes.Beteiligungsschritt.Status;
import de.amtsfluss.processes.Beteiligungsschritt.Vermerk;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Geschaeftsgaenge;
import de.amtsfluss.processes.Geschaeftsgang;
import de.amtsfluss.processes.GeschaeftsgangId;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Nachrichtenquelle;
import de.amtsfluss.processes.ProcessMessages;
import de.amtsfluss.processes.ProcessMessages.ProcessMessage;
import de.amtsfluss.processes.ProcessMessages.StartMessage;
import de.amtsfluss.processes.Verfuegung;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with the Laufweg. */
@Service
class GeschaeftsgangService implements Geschaeftsgaenge, Nachrichtenquelle {

    private static final String STARTED = "geschaeftsgang.gestartet";
    private static final String MOVED = "geschaeftsgang.wiedervorlageVerschoben";

    private final Laufwege laufwege;
    private final VierAugen vierAugen;
    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final ProcessMessages messages;

    GeschaeftsgangService(
            Laufwege laufwege,
            VierAugen vierAugen,
            Vorgaenge vorgaenge,
            Dokumente dokumente,
            ProcessMessages messages) {
        this.laufwege = laufwege;
        this.vierAugen = vierAugen;
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.messages = messages;
    }

    @Override
    public Set<String> nachrichten() {
        return Set.of(STARTED, MOVED);
    }

    @Override
    @Transactional
    public Outcome start(Start wanted, Akteur akteur) {
        var vorgang = vorgaenge.find(wanted.vorgang(), akteur);
        if (vorgang.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (vorgang.get().status() == Vorgang.Status.ABGESCHLOSSEN) {
            return new Outcome.Conflict("Der Vorgang ist abgeschlossen.");
        }
        if (!isDraftOf(wanted)) {
            return new Outcome.Invalid(Map.of("dokument", "Das ist kein Entwurf dieses Vorgangs."));
        }
        var id = GeschaeftsgangId.random();
        var authors = new HashSet<>(vierAugen.authors(wanted.vorgang(), wanted.dokument(), id));
        authors.add(akteur.kennung());
        var wrong = new Laufwegpruefung(laufwege.today(), wanted.dokument() != null, authors).check(wanted.schritte());
        if (!wrong.isEmpty()) {
            return new Outcome.Invalid(wrong);
        }
        if (!Handelnder.person(akteur).call(() -> laufwege.start(id, wanted, akteur))) {
            return new Outcome.Conflict("Für diesen Entwurf läuft schon ein Geschäftsgang.");
        }
        messages.start(new StartMessage(
                new AusloeserId(id.value()), STARTED, id.toString(), Map.of("geschaeftsgangId", id.toString())));
        return done(id);
    }

    private boolean isDraftOf(Start wanted) {
        var dokument = wanted.dokument();
        return dokument == null
                || dokumente.of(wanted.vorgang()).stream()
                        .anyMatch(known -> known.id().equals(dokument) && known.abgelegtAm() == null);
    }

    @Override
    public Optional<Geschaeftsgang> find(GeschaeftsgangId id, Akteur akteur) {
        return laufwege.find(id)
                .filter(found -> vorgaenge.find(found.vorgang(), akteur).isPresent());
    }

    @Override
    public List<Geschaeftsgang> of(VorgangId vorgang, Akteur akteur) {
        return vorgaenge.find(vorgang, akteur).isPresent() ? laufwege.of(vorgang) : List.of();
    }

    @Override
    @Transactional
    public Outcome insert(GeschaeftsgangId id, NeuerSchritt schritt, Akteur akteur) {
        return change(id, akteur, found -> {
            var authors = new HashSet<>(vierAugen.authors(found.vorgang(), found.dokument(), id));
            authors.add(found.verfasser());
            var wrong = new Laufwegpruefung(laufwege.today(), found.dokument() != null, authors).check(schritt, found);
            if (!wrong.isEmpty()) {
                return new Outcome.Invalid(wrong);
            }
            laufwege.insert(found, schritt, akteur);
            return done(id);
        });
    }

    @Override
    @Transactional
    public Outcome skip(GeschaeftsgangId id, UUID schritt, String begruendung, Akteur akteur) {
        return change(id, akteur, schritt, begruendung, (within, found) -> {
            if (found.status() != Status.ZUKUENFTIG) {
                return new Outcome.Conflict("Der Schritt hat schon begonnen und bleibt im Laufweg.");
            }
            laufwege.end(
                    within.vorgang(),
                    found,
                    Status.UEBERSPRUNGEN,
                    new Bearbeitung(
                            akteur.kennung(), null, laufwege.now(), Vermerk.UEBERSPRUNGEN, begruendung.strip()));
            return done(id);
        });
    }

    @Override
    @Transactional
    public Outcome move(GeschaeftsgangId id, UUID schritt, LocalDate am, String begruendung, Akteur akteur) {
        return change(id, akteur, schritt, begruendung, (within, found) -> {
            var due = found.termin();
            if (found.verfuegung() != Verfuegung.WIEDERVORLAGE || due == null || found.bearbeitung() != null) {
                return new Outcome.Conflict("Verschieben lässt sich nur eine Wiedervorlage, die noch aussteht.");
            }
            if (found.status() == Status.AKTUELL && !due.isAfter(laufwege.today())) {
                return new Outcome.Conflict("Die Wiedervorlage liegt schon vor.");
            }
            if (!am.isAfter(laufwege.today())) {
                return new Outcome.Invalid(Map.of("am", "Der neue Tag muss in der Zukunft liegen."));
            }
            laufwege.move(within.vorgang(), found, am, begruendung.strip());
            if (found.status() == Status.AKTUELL) {
                messages.publish(new ProcessMessage(
                        UUID.randomUUID(),
                        MOVED,
                        schritt.toString(),
                        Duration.ofHours(1),
                        Map.of("wiedervorlageAm", ISO_OFFSET_DATE_TIME.format(Termine.beginOf(am)))));
            }
            return done(id);
        });
    }

    /** Changes one step of the Laufweg, for a reason. */
    private Outcome change(
            GeschaeftsgangId id,
            Akteur akteur,
            UUID schritt,
            String begruendung,
            BiFunction<Geschaeftsgang, Beteiligungsschritt, Outcome> change) {
        return change(id, akteur, found -> {
            var step = found.schritte().stream()
                    .filter(candidate -> candidate.id().equals(schritt))
                    .findFirst();
            if (step.isEmpty()) {
                return new Outcome.NotFound();
            }
            if (begruendung.isBlank() || Laufwegpruefung.isTooLong(begruendung)) {
                return new Outcome.Invalid(Map.of("begruendung", "Bitte begründen Sie das mit höchstens 500 Zeichen."));
            }
            return change.apply(found, step.get());
        });
    }

    /** Changes the Laufweg, while nobody else does. */
    private Outcome change(GeschaeftsgangId id, Akteur akteur, Function<Geschaeftsgang, Outcome> change) {
        if (find(id, akteur).isEmpty()) {
            return new Outcome.NotFound();
        }
        var found = laufwege.lock(id);
        if (!found.isOpen()) {
            return new Outcome.Conflict("Der Geschäftsgang ist beendet.");
        }
        if (!mayChange(found, akteur)) {
            return new Outcome.Conflict(
                    "Den Laufweg ändert, wer den Geschäftsgang gestartet hat oder für den Vorgang zuständig ist.");
        }
        return Handelnder.person(akteur).call(() -> change.apply(found));
    }

    private boolean mayChange(Geschaeftsgang found, Akteur akteur) {
        return found.verfasser().equals(akteur.kennung())
                || vorgaenge
                        .find(found.vorgang())
                        .map(vorgang -> akteur.isInOneOf(vorgang.gruppen()))
                        .orElse(false);
    }

    private Outcome done(GeschaeftsgangId id) {
        return new Outcome.Done(laufwege.find(id).orElseThrow());
    }
}
