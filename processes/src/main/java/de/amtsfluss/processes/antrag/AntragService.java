package de.amtsfluss.processes.antrag;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Dokumente.Upload;
import de.amtsfluss.processes.Formulare;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.ProcessMessages;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.vorgang.NeuerVorgang;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes applications and what applicants say later. */
@Service
class AntragService implements Antraege {

    private static final String TOO_LATE =
            "Über den Antrag ist schon entschieden. Er kann nicht mehr geändert oder zurückgenommen werden.";
    private static final String TAKEN_BACK = "Der Antrag wurde schon zurückgenommen.";

    /** Long enough for the process to begin to wait; what it misses it finds when it closes the application. */
    private static final Duration REACHES = Duration.ofHours(1);

    private final Angebot angebot;
    private final Antragsakte akte;
    private final AntragRepository repository;
    private final Zugangspruefung zugaenge;
    private final Nachweise nachweise;
    private final Formulare formulare;
    private final Vorgaenge vorgaenge;
    private final ProcessMessages messages;
    private final Clock clock;

    AntragService(
            Angebot angebot,
            Antragsakte akte,
            AntragRepository repository,
            Zugangspruefung zugaenge,
            Nachweise nachweise,
            Formulare formulare,
            Vorgaenge vorgaenge,
            ProcessMessages messages,
            Clock clock) {
        this.angebot = angebot;
        this.akte = akte;
        this.repository = repository;
        this.zugaenge = zugaenge;
        this.nachweise = nachweise;
        this.formulare = formulare;
        this.vorgaenge = vorgaenge;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<Leistung> leistungen() {
        return angebot.all();
    }

    @Override
    public Optional<Leistung> leistung(String verfahren) {
        return angebot.find(verfahren);
    }

    @Override
    @Transactional
    public Einreichung einreichen(Antrag antrag) {
        var leistung = angebot.find(antrag.verfahren());
        if (leistung.isEmpty()) {
            return new Einreichung.Abgelehnt("Diese Leistung gibt es hier nicht.");
        }
        var durch = antrag.durch();
        if ((durch == null) != (antrag.kanal() == Kanal.PORTAL)
                || (durch != null && !durch.isInOneOf(leistung.get().gruppen()))) {
            return new Einreichung.Abgelehnt("Für andere ausfüllen kann nur, wer im zuständigen Amt arbeitet.");
        }
        var maengel = formulare.check(leistung.get().formular(), antrag.angaben());
        if (!maengel.isEmpty()) {
            return new Einreichung.Unvollstaendig(maengel);
        }
        repository.lock(antrag.id());
        var id = new VorgangId(antrag.id());
        var earlier = vorgaenge.find(id);
        if (earlier.isEmpty()) {
            return take(antrag, leistung.get(), id);
        }
        return receivedByPost(antrag, earlier.get())
                .map(received -> adopt(antrag, leistung.get(), earlier.get(), received))
                .orElseGet(() -> repeat(antrag, earlier.get()));
    }

    /** When the letter came in that a Vorgang was opened for, before a clerk took what it says into the form. */
    private Optional<Instant> receivedByPost(Antrag antrag, Vorgang earlier) {
        return antrag.durch() != null
                        && earlier.verfahren().equals(antrag.verfahren())
                        && earlier.status() == Vorgang.Status.OFFEN
                        && repository.find(earlier.id()).isEmpty()
                ? repository.receivedByPost(earlier.id())
                : Optional.empty();
    }

    private Einreichung adopt(Antrag antrag, Leistung leistung, Vorgang vorgang, Instant received) {
        by(antrag)
                .run(() -> akte.fill(
                        vorgang.id(), antrag.angaben(), akte.beteiligte(leistung.formular(), antrag.angaben(), null)));
        return begin(antrag, leistung, vorgang, received);
    }

    /** The same again, for instance after a lost answer; something else under the same id is refused. */
    private Einreichung repeat(Antrag antrag, Vorgang earlier) {
        var same = earlier.verfahren().equals(antrag.verfahren())
                && akte.given(antrag.angaben()).equals(akte.given(earlier.daten()));
        return same
                ? new Einreichung.Angenommen(earlier, zugaenge.code(earlier.id()))
                : new Einreichung.Abgelehnt("Dieser Antrag wurde schon mit anderen Angaben gesendet.");
    }

    private Einreichung take(Antrag antrag, Leistung leistung, VorgangId id) {
        var ausloeser = new AusloeserId(antrag.id());
        var account = antrag.konto();
        var konto = account == null ? null : account.kennung();
        var beteiligte = akte.beteiligte(leistung.formular(), antrag.angaben(), konto);
        var vorgang = by(antrag)
                .call(() -> akte.create(
                        id,
                        new NeuerVorgang(
                                null,
                                leistung.verfahren(),
                                angebot.aktenplaneinheit(leistung.verfahren()),
                                leistung.name(),
                                ausloeser,
                                antrag.kanal().wort(),
                                Set.copyOf(leistung.gruppen()),
                                antrag.angaben(),
                                beteiligte)));
        return begin(antrag, leistung, vorgang, clock.instant());
    }

    /** Asks for the process, whose Ausloeser is the application. */
    private Einreichung begin(Antrag antrag, Leistung leistung, Vorgang vorgang, Instant received) {
        var konto = antrag.konto();
        repository.insert(vorgang.id(), konto == null ? null : konto.kennung(), leistung.formular(), received);
        var facts = new HashMap<>(akte.facts(leistung.formular(), antrag.angaben()));
        facts.put("vorgangId", vorgang.id().toString());
        facts.put("aktenzeichen", vorgang.aktenzeichen());
        facts.put("eingegangenAm", received.toString());
        messages.start(new ProcessMessages.StartMessage(
                new AusloeserId(antrag.id()),
                leistung.verfahren() + ".antragEingegangen",
                vorgang.id().toString(),
                facts));
        return new Einreichung.Angenommen(vorgang, zugaenge.code(vorgang.id()));
    }

    /** Citizens act under no name: the Protokoll keeps no personal data of those a Vorgang is about. */
    private static Handelnder by(Antrag antrag) {
        var durch = antrag.durch();
        return durch == null ? Handelnder.system("portal") : Handelnder.person(durch);
    }

    @Override
    public List<Stand> eigene(Akteur akteur) {
        return repository.of(akteur.kennung()).stream()
                .flatMap(vorgang -> standOf(vorgang).stream())
                .toList();
    }

    @Override
    public Optional<Stand> stand(Zugang zugang) {
        return zugaenge.check(zugang).flatMap(this::standOf);
    }

    private Optional<Stand> standOf(VorgangId id) {
        return repository
                .find(id)
                .flatMap(row -> vorgaenge
                        .find(id)
                        .map(vorgang -> new Stand(
                                vorgang,
                                vorgang.betreff(),
                                row.formular(),
                                row.eingegangenAm(),
                                row.aenderbar() && vorgang.status() == Vorgang.Status.OFFEN,
                                row.zurueckgenommen())));
    }

    @Override
    @Transactional
    public Aenderung ergaenzen(Zugang zugang, Map<String, @Nullable Object> angaben) {
        return change(zugang, (vorgang, row) -> {
            var maengel = formulare.check(row.formular(), angaben);
            if (!maengel.isEmpty()) {
                return new Aenderung.Unvollstaendig(maengel);
            }
            akte.replace(vorgang, row, angaben);
            repository.nextFassung(vorgang.id());
            publish(vorgang, "angabenErgaenzt", akte.facts(row.formular(), angaben));
            return new Aenderung.Geaendert();
        });
    }

    @Override
    @Transactional
    public Upload nachweisen(Zugang zugang, String name, @Nullable String declaredMediaType, InputStream content) {
        var kept = new AtomicReference<Upload>();
        var change = change(zugang, (vorgang, row) -> {
            var upload = nachweise.file(vorgang.id(), by(zugang), name, declaredMediaType, content);
            kept.set(upload);
            if (upload instanceof Upload.Kept) {
                repository.nextFassung(vorgang.id());
                publish(vorgang, "angabenErgaenzt", Map.of());
            }
            return new Aenderung.Geaendert();
        });
        return switch (change) {
            case Aenderung.Geaendert ignored -> Objects.requireNonNull(kept.get());
            case Aenderung.ZuSpaet not -> new Upload.Refused(not.satz());
            case Aenderung.Unvollstaendig ignored -> new Upload.NotFound();
            case Aenderung.Unbekannt ignored -> new Upload.NotFound();
        };
    }

    @Override
    @Transactional
    public Aenderung zuruecknehmen(Zugang zugang) {
        return change(zugang, (vorgang, row) -> {
            repository.withdraw(vorgang.id(), clock.instant());
            akte.noteWithdrawal(vorgang.id());
            publish(vorgang, "antragZurueckgenommen", Map.of());
            return new Aenderung.Geaendert();
        });
    }

    private Aenderung change(Zugang zugang, Change change) {
        var vorgang = zugaenge.check(zugang).flatMap(vorgaenge::find);
        if (vorgang.isEmpty()) {
            return new Aenderung.Unbekannt();
        }
        var row = repository.findForUpdate(vorgang.get().id()).orElseThrow();
        if (row.zurueckgenommen()) {
            return new Aenderung.ZuSpaet(TAKEN_BACK);
        }
        if (!row.aenderbar() || vorgang.get().status() != Vorgang.Status.OFFEN) {
            return new Aenderung.ZuSpaet(TOO_LATE);
        }
        return by(zugang).call(() -> change.apply(vorgang.get(), row));
    }

    private static Handelnder by(Zugang zugang) {
        return zugang instanceof Zugang.Amt amt ? Handelnder.person(amt.akteur()) : Handelnder.system("portal");
    }

    private void publish(Vorgang vorgang, String state, Map<String, Object> facts) {
        messages.publish(new ProcessMessages.ProcessMessage(
                UUID.randomUUID(),
                vorgang.verfahren() + "." + state,
                vorgang.id().toString(),
                REACHES,
                facts));
    }

    @Override
    @Transactional
    public Festlegung festlegen(VorgangId vorgang, int gesehen) {
        var row = repository.findForUpdate(vorgang).orElseThrow(() -> missing(vorgang));
        if (row.zurueckgenommen()) {
            return Festlegung.ZURUECKGENOMMEN;
        }
        if (!row.festgelegt() && row.fassung() > gesehen) {
            return Festlegung.GEAENDERT;
        }
        repository.settle(vorgang);
        return Festlegung.FESTGELEGT;
    }

    @Override
    public int fassung(VorgangId vorgang) {
        return repository.find(vorgang).orElseThrow(() -> missing(vorgang)).fassung();
    }

    private static IllegalArgumentException missing(VorgangId vorgang) {
        return new IllegalArgumentException(
                "Expected Vorgang '%s' to have been applied for, but it was not".formatted(vorgang));
    }

    /** Something an applicant says later. */
    private interface Change {
        Aenderung apply(Vorgang vorgang, AntragRepository.Row row);
    }
}
