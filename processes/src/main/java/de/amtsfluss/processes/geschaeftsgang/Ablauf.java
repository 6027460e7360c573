package de.amtsfluss.processes.geschaeftsgang;

import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.Beteiligungsschritt.Adressat;
import de.amtsfluss.processes.Beteiligungsschritt.Bearbeitung;
import de.amtsfluss.processes.Beteiligungsschritt.Status;
import de.amtsfluss.processes.Beteiligungsschritt.Vermerk;
import de.amtsfluss.processes.Geschaeftsgang;
import de.amtsfluss.processes.GeschaeftsgangAblauf;
import de.amtsfluss.processes.GeschaeftsgangId;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Verfuegung;
import de.amtsfluss.processes.geschaeftsgang.GeschaeftsgangRepository.Lauf;
import de.amtsfluss.processes.message.MessageOutbox;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goes from Stufe to Stufe. Each is read when it begins, so what was inserted or left out before counts. */
@Component
class Ablauf implements GeschaeftsgangAblauf {

    private final GeschaeftsgangRepository repository;
    private final SchrittRepository schritte;
    private final Laufwege laufwege;
    private final MessageOutbox outbox;
    private final Protokoll protokoll;

    Ablauf(
            GeschaeftsgangRepository repository,
            SchrittRepository schritte,
            Laufwege laufwege,
            MessageOutbox outbox,
            Protokoll protokoll) {
        this.repository = repository;
        this.schritte = schritte;
        this.laufwege = laufwege;
        this.outbox = outbox;
        this.protokoll = protokoll;
    }

    @Override
    @Transactional
    public Stufe begin(GeschaeftsgangId id, long processInstanceKey, long elementInstanceKey) {
        var lauf = lock(id);
        var process = lauf.process();
        if (process == null) {
            outbox.confirm(new AusloeserId(id.value()));
            repository.setProcess(id, processInstanceKey);
        } else if (process != processInstanceKey) {
            return none(lauf);
        }
        if (lauf.status() != Geschaeftsgang.Status.LAUFEND) {
            return none(lauf);
        }
        var begun = lauf.begonnenDurch();
        return begun != null && begun == elementInstanceKey
                ? stufe(lauf, lauf.stufe())
                : beginNext(lauf, elementInstanceKey);
    }

    private Stufe beginNext(Lauf lauf, long elementInstanceKey) {
        var next = schritte.of(lauf.id()).stream()
                .filter(schritt -> schritt.status() == Status.ZUKUENFTIG)
                .mapToInt(Beteiligungsschritt::stufe)
                .min();
        if (next.isEmpty()) {
            repository.setStatus(lauf.id(), Geschaeftsgang.Status.ABGESCHLOSSEN, laufwege.now());
            write(lauf, Aktion.ABGESCHLOSSEN);
            return none(lauf);
        }
        repository.setStufe(lauf.id(), next.getAsInt(), elementInstanceKey);
        schritte.begin(lauf.id(), next.getAsInt(), lauf.runde());
        return stufe(lauf, next.getAsInt());
    }

    private Stufe stufe(Lauf lauf, int stufe) {
        var begun = schritte.of(lauf.id()).stream()
                .filter(schritt -> schritt.stufe() == stufe && schritt.status() != Status.UEBERSPRUNGEN)
                .toList();
        Predicate<Beteiligungsschritt> waits = schritt -> schritt.verfuegung() != Verfuegung.ZUR_KENNTNIS;
        return new Stufe(true, lauf.verfasser(), auftraege(begun, waits), auftraege(begun, waits.negate()));
    }

    private static Stufe none(Lauf lauf) {
        return new Stufe(false, lauf.verfasser(), List.of(), List.of());
    }

    private static List<Auftrag> auftraege(List<Beteiligungsschritt> begun, Predicate<Beteiligungsschritt> wanted) {
        return begun.stream().filter(wanted).map(Ablauf::auftrag).toList();
    }

    private static Auftrag auftrag(Beteiligungsschritt schritt) {
        var adressat = schritt.adressat();
        var termin = schritt.termin();
        return new Auftrag(
                schritt.id(),
                schritt.verfuegung(),
                adressat instanceof Adressat.Person ? adressat.name() : "",
                adressat instanceof Adressat.Gruppe ? List.of(adressat.name()) : List.of(),
                termin == null ? null : Termine.endOf(termin),
                termin == null || schritt.verfuegung() != Verfuegung.WIEDERVORLAGE ? null : Termine.beginOf(termin));
    }

    @Override
    @Transactional
    public boolean isRefused(GeschaeftsgangId id) {
        var lauf = lock(id);
        if (!schritte.isRefused(id, lauf.stufe(), lauf.runde())) {
            return false;
        }
        if (lauf.status() == Geschaeftsgang.Status.LAUFEND) {
            repository.setStatus(id, Geschaeftsgang.Status.UEBERARBEITUNG, null);
            breakOff(
                    lauf,
                    schritt -> schritt.verfuegung() != Verfuegung.ZUR_KENNTNIS && schritt.status() == Status.AKTUELL);
        }
        return true;
    }

    /** Enters the signatures of the round again, behind the Stufe that was begun last. */
    void again(Lauf lauf, Handelnder wer) {
        var more = schritte.repeatedStufen(lauf.id(), lauf.runde());
        schritte.shift(lauf.id(), lauf.stufe() + 1, more);
        schritte.repeat(lauf.id(), lauf.runde(), lauf.stufe(), wer.kennung(), laufwege.now());
        schritte.renumber(lauf.id());
        repository.setRunde(lauf.id(), lauf.runde() + 1);
        protokoll.write(
                lauf.vorgang(),
                new Handlung(Objektart.GESCHAEFTSGANG, lauf.id(), Aktion.GEAENDERT)
                        .with("runde", String.valueOf(lauf.runde()), String.valueOf(lauf.runde() + 1)));
    }

    /** Ends the Geschäftsgang with all steps that are still open. */
    void withdraw(Lauf lauf) {
        breakOff(lauf, schritt -> schritt.bearbeitung() == null);
        repository.setStatus(lauf.id(), Geschaeftsgang.Status.ZURUECKGEZOGEN, laufwege.now());
        write(lauf, Aktion.ABGESCHLOSSEN);
    }

    private void breakOff(Lauf lauf, Predicate<Beteiligungsschritt> open) {
        var wer = Handelnder.current();
        var bearbeitung = new Bearbeitung(wer.kennung(), wer.fuer(), laufwege.now(), Vermerk.ABGEBROCHEN, null);
        schritte.of(lauf.id()).stream()
                .filter(open)
                .forEach(schritt -> laufwege.end(lauf.vorgang(), schritt, Status.UEBERSPRUNGEN, bearbeitung));
    }

    private void write(Lauf lauf, Aktion aktion) {
        protokoll.write(lauf.vorgang(), new Handlung(Objektart.GESCHAEFTSGANG, lauf.id(), aktion));
    }

    private Lauf lock(GeschaeftsgangId id) {
        return repository
                .lock(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected to go on with the Geschäftsgang '%s', but no such one was found".formatted(id)));
    }
}
