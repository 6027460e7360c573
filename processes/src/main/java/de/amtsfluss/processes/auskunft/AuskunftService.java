package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Auskuenfte;
import de.amtsfluss.processes.Auskunft;
import de.amtsfluss.processes.Auskunft.Identitaet;
import de.amtsfluss.processes.Auskunft.Nachweis;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.Auskunft.Verlaengerung;
import de.amtsfluss.processes.Auskunft.Zustand;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.auskunft.KandidatRepository.Zeile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads requests from their receipt to the answer. */
@Service
class AuskunftService implements Auskuenfte {

    private static final int LONGEST_REASON = 2_000;

    private final AuskunftRepository repository;
    private final KandidatRepository zeilen;
    private final Kandidaten kandidaten;
    private final Auskunftserteilung erteilung;
    private final Antwortfrist frist;
    private final Protokoll protokoll;
    private final Clock clock;

    AuskunftService(
            AuskunftRepository repository,
            KandidatRepository zeilen,
            Kandidaten kandidaten,
            Auskunftserteilung erteilung,
            Antwortfrist frist,
            Protokoll protokoll,
            Clock clock) {
        this.repository = repository;
        this.zeilen = zeilen;
        this.kandidaten = kandidaten;
        this.erteilung = erteilung;
        this.frist = frist;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Override
    public List<Auskunft> list(Akteur akteur) {
        return Auskuenfte.isOpenTo(akteur) ? repository.list() : List.of();
    }

    @Override
    public Optional<Auskunft> find(UUID id, Akteur akteur) {
        return Auskuenfte.isOpenTo(akteur)
                ? repository.find(id).map(found -> kandidaten.with(found, akteur))
                : Optional.empty();
    }

    @Override
    @Transactional
    public Outcome request(Neu wanted, Akteur akteur) {
        if (!Auskuenfte.isOpenTo(akteur)) {
            return new Outcome.NotFound();
        }
        var maengel = Eingabe.check(wanted, today());
        if (!maengel.isEmpty()) {
            return new Outcome.Invalid(maengel);
        }
        var id = UUID.randomUUID();
        var day = Objects.requireNonNull(wanted.eingegangenAm());
        var kanal = Objects.requireNonNull(wanted.kanal());
        repository.insert(id, day, kanal, wanted.person(), frist.regular(day), clock.instant());
        Handelnder.person(akteur).run(() -> write(id, Aktion.ANGELEGT, "kanal", null, kanal.name()));
        return done(id, akteur);
    }

    @Override
    @Transactional
    public Outcome identify(UUID id, Nachweis nachweis, Akteur akteur) {
        return step(id, akteur, auskunft -> {
            if (auskunft.zustand() != Zustand.OFFEN) {
                return new Outcome.Refused("Die Identität ist schon geprüft.");
            }
            repository.identify(id, new Identitaet(nachweis, akteur.kennung(), clock.instant()));
            write(id, Aktion.GEAENDERT, "identitaet", null, nachweis.name());
            return done(id, akteur);
        });
    }

    @Override
    @Transactional
    public Outcome extend(UUID id, Verlaengerung verlaengerung, Akteur akteur) {
        return step(id, akteur, auskunft -> {
            var refusal = frist.refusalToExtend(auskunft, verlaengerung, today());
            if (refusal.isPresent() || isNoReason(verlaengerung.grund())) {
                return new Outcome.Refused(refusal.orElse("Bitte nennen Sie den Grund (höchstens 2.000 Zeichen)."));
            }
            var until = frist.extended(auskunft.eingegangenAm());
            repository.extend(id, verlaengerung, until);
            write(id, Aktion.GEAENDERT, "frist", auskunft.fristAm().toString(), until.toString());
            return done(id, akteur);
        });
    }

    @Override
    @Transactional
    public Outcome search(UUID id, Akteur akteur) {
        return step(id, akteur, auskunft -> {
            if (auskunft.identitaet() == null) {
                return new Outcome.Refused("Bitte prüfen Sie zuerst, wer anfragt. Vorher wird nicht gesucht.");
            }
            kandidaten.search(id, auskunft.person());
            repository.searched(id, clock.instant());
            write(id, Aktion.GEAENDERT, "suche", null, "gesucht");
            return done(id, akteur);
        });
    }

    @Override
    @Transactional
    public Outcome judge(UUID id, VorgangId vorgang, Urteil urteil, Akteur akteur) {
        return stepWith(id, vorgang, akteur, (auskunft, zeile) -> {
            zeilen.judge(id, vorgang, urteil);
            write(id, Aktion.GEAENDERT, "urteil " + vorgang, zeile.urteil().name(), urteil.name());
            return done(id, akteur);
        });
    }

    @Override
    @Transactional
    public Optional<Vorschau> preview(UUID id, VorgangId vorgang, Akteur akteur) {
        return find(id, akteur)
                .filter(auskunft -> !auskunft.abgeschlossen() && kandidaten.mayRead(vorgang, akteur))
                .flatMap(auskunft -> confirmed(id, vorgang).map(zeile -> {
                    protokoll.write(
                            Handelnder.person(akteur), vorgang, new Handlung(Objektart.AUSKUNFT, id, Aktion.GELESEN));
                    return erteilung.preview(auskunft, zeile);
                }));
    }

    private Optional<Zeile> confirmed(UUID id, VorgangId vorgang) {
        return kandidaten.find(id, vorgang).filter(zeile -> zeile.urteil() == Urteil.BESTAETIGT);
    }

    @Override
    @Transactional
    public Outcome check(UUID id, VorgangId vorgang, Set<String> geschwaerzt, String stand, Akteur akteur) {
        return stepWith(id, vorgang, akteur, (auskunft, zeile) -> {
            if (zeile.urteil() != Urteil.BESTAETIGT) {
                return new Outcome.Refused("Der Vorgang ist nicht als Vorgang der Person bestätigt.");
            }
            var seen = erteilung.preview(auskunft, zeile);
            if (!seen.stand().equals(stand)) {
                return new Outcome.Refused(
                        "Der Vorgang hat sich inzwischen geändert. Bitte prüfen Sie ihn noch einmal.");
            }
            var known = new HashSet<>(geschwaerzt);
            known.retainAll(Auskunftserteilung.schluessel(seen.inhalt()));
            zeilen.check(id, vorgang, HexFormat.of().parseHex(seen.stand()), known);
            write(id, Aktion.GEAENDERT, "dritte " + vorgang, null, "geprueft");
            return done(id, akteur);
        });
    }

    @Override
    @Transactional
    public Outcome release(UUID id, Akteur akteur) {
        return step(id, akteur, auskunft -> {
            if (auskunft.identitaet() == null) {
                return new Outcome.Refused("Bitte prüfen Sie zuerst, wer anfragt.");
            }
            var hindernisse = erteilung.hindernisse(auskunft, akteur);
            if (!hindernisse.isEmpty()) {
                return new Outcome.Refused(hindernisse);
            }
            zeilen.of(id).stream()
                    .filter(zeile -> zeile.urteil() == Urteil.BESTAETIGT)
                    .forEach(zeile -> protokoll.write(
                            zeile.vorgang(), new Handlung(Objektart.AUSKUNFT, id, Aktion.ABGESCHLOSSEN)));
            erteilung.release(auskunft, akteur);
            write(id, Aktion.ABGESCHLOSSEN, "zustand", auskunft.zustand().name(), Zustand.ERTEILT.name());
            return done(id, akteur);
        });
    }

    @Override
    @Transactional
    public Outcome reject(UUID id, String grund, Akteur akteur) {
        return step(id, akteur, auskunft -> {
            if (isNoReason(grund)) {
                return new Outcome.Refused("Bitte nennen Sie den Grund der Ablehnung (höchstens 2.000 Zeichen).");
            }
            repository.reject(id, grund.strip(), clock.instant());
            write(id, Aktion.ABGESCHLOSSEN, "zustand", auskunft.zustand().name(), Zustand.ABGELEHNT.name());
            return done(id, akteur);
        });
    }

    @Override
    @Transactional
    public Optional<byte[]> answer(UUID id, Format format, Akteur akteur) {
        if (!Auskuenfte.isOpenTo(akteur)) {
            return Optional.empty();
        }
        var answer = repository.answer(id, format);
        answer.ifPresent(
                found -> Handelnder.person(akteur).run(() -> write(id, Aktion.GELESEN, "form", null, format.name())));
        return answer;
    }

    private Outcome step(UUID id, Akteur akteur, Function<Auskunft, Outcome> step) {
        var found = Auskuenfte.isOpenTo(akteur) ? repository.lock(id) : Optional.<Auskunft>empty();
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        return found.get().abgeschlossen()
                ? new Outcome.Refused("Die Anfrage ist schon beantwortet.")
                : Handelnder.person(akteur).call(() -> step.apply(found.get()));
    }

    private Outcome stepWith(UUID id, VorgangId vorgang, Akteur akteur, BiFunction<Auskunft, Zeile, Outcome> step) {
        return step(id, akteur, auskunft -> {
            var zeile = kandidaten.find(id, vorgang);
            if (zeile.isEmpty()) {
                return new Outcome.NotFound();
            }
            return kandidaten.mayRead(vorgang, akteur)
                    ? step.apply(auskunft, zeile.get())
                    : new Outcome.Refused("Die Akte des Vorgangs ist eingestuft und für Sie nicht lesbar.");
        });
    }

    private Outcome done(UUID id, Akteur akteur) {
        return new Outcome.Done(kandidaten.with(repository.find(id).orElseThrow(), akteur));
    }

    private static boolean isNoReason(String grund) {
        return grund.isBlank() || grund.length() > LONGEST_REASON;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Werte.OFFICE);
    }

    /** In the chain of what belongs to no Vorgang; values are words of the code and never of a person. */
    private void write(UUID id, Aktion aktion, String what, @Nullable String before, String after) {
        protokoll.write(null, new Handlung(Objektart.AUSKUNFT, id, aktion).with(what, before, after));
    }
}
