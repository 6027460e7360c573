package de.amtsfluss.processes.akte;

import de.amtsfluss.processes.Akte;
import de.amtsfluss.processes.AkteId;
import de.amtsfluss.processes.Akten;
import de.amtsfluss.processes.Akten.Verfuegung.Art;
import de.amtsfluss.processes.Aktenplan;
import de.amtsfluss.processes.Aktenplaneinheit;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vertraulichkeit;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.ZdaHindernis;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import de.amtsfluss.processes.suche.Suchauftraege;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the Akten and decides who may order what. */
@Service
class AktenService implements Akten {

    private static final String REGISTRATUR = "registratur";
    private static final String PURPOSE = "akte_verfuegung";
    private static final int LONGEST_REASON = 1_000;

    private static final Outcome ONLY_REGISTRATUR = new Outcome.Refused(List.of("Das darf nur die Registratur."));
    private static final Outcome NO_REASON =
            new Outcome.Refused(List.of("Bitte geben Sie einen Grund von höchstens 1.000 Zeichen an."));

    private static final Outcome ERASED = new Outcome.Refused(List.of("Die Akte ist gelöscht."));

    private final AkteRepository akten;
    private final Vorgaenge vorgaenge;
    private final Aktenplan aktenplan;
    private final List<ZdaHindernis> hindernisse;
    private final Suchauftraege suchauftraege;
    private final Verschluesselung verschluesselung;
    private final Protokoll protokoll;
    private final Clock clock;

    AktenService(
            AkteRepository akten,
            Vorgaenge vorgaenge,
            Aktenplan aktenplan,
            List<ZdaHindernis> hindernisse,
            Suchauftraege suchauftraege,
            Verschluesselung verschluesselung,
            Protokoll protokoll,
            Clock clock) {
        this.akten = akten;
        this.vorgaenge = vorgaenge;
        this.aktenplan = aktenplan;
        this.hindernisse = hindernisse;
        this.suchauftraege = suchauftraege;
        this.verschluesselung = verschluesselung;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Override
    public Optional<Akte> find(AkteId id, Akteur akteur) {
        return akten.find(id).filter(akte -> maySee(akte, akteur));
    }

    @Override
    public Optional<Akte> of(VorgangId vorgang, Akteur akteur) {
        return akten.of(vorgang).filter(akte -> maySee(akte, akteur));
    }

    private boolean maySee(Akte akte, Akteur akteur) {
        return akte.vertraulichkeit().isOpenTo(akteur.gruppen())
                && (isRegistratur(akteur)
                        || akte.vorgaenge().stream()
                                .anyMatch(vorgang ->
                                        vorgaenge.find(vorgang, akteur).isPresent()));
    }

    private static boolean isRegistratur(Akteur akteur) {
        return akteur.gruppen().contains(REGISTRATUR);
    }

    @Override
    @Transactional
    public Outcome closeToFiles(AkteId id, Akteur akteur) {
        return change(id, akteur, akte -> {
            if (akte.zdaAm() != null) {
                return new Outcome.Done(akte);
            }
            var open = akte.vorgaenge().stream()
                    .flatMap(vorgang -> hindernisse.stream().flatMap(hindernis -> hindernis.of(vorgang).stream()))
                    .toList();
            var einheit = aktenplan.find(akte.aktenplaneinheit());
            if (!open.isEmpty() || einheit.isEmpty()) {
                return new Outcome.Refused(
                        open.isEmpty()
                                ? List.of("Der Aktenplan kennt „%s“ nicht; die Aufbewahrung ist unbestimmt."
                                        .formatted(akte.aktenplaneinheit()))
                                : open);
            }
            var ende = keptUntil(today(), einheit.get());
            akten.closeToFiles(id, today(), ende);
            write(
                    akte,
                    akteur,
                    new Handlung(Objektart.AKTE, id, Aktion.ABGESCHLOSSEN)
                            .with("aufbewahrungsende", null, ende == null ? "unbefristet" : ende.toString()));
            return done(akte, akteur, Art.ZDA, null);
        });
    }

    /** The years begin with the zdA-Verfügung and end with a calendar year. */
    static @Nullable LocalDate keptUntil(LocalDate zdaAm, Aktenplaneinheit einheit) {
        var jahre = einheit.aufbewahrungsjahre();
        return jahre == null ? null : LocalDate.of(zdaAm.getYear() + jahre, 12, 31);
    }

    @Override
    @Transactional
    public Outcome reopen(AkteId id, Akteur akteur, String grund) {
        return order(id, akteur, grund, akte -> {
            if (akte.zdaAm() == null) {
                return new Outcome.Refused(List.of("Die Akte ist nicht zu den Akten verfügt."));
            }
            akten.reopen(id);
            write(akte, akteur, changed(akte).with("zdaAm", akte.zdaAm().toString(), null));
            return done(akte, akteur, Art.ZDA_AUFGEHOBEN, grund);
        });
    }

    @Override
    @Transactional
    public Outcome hold(AkteId id, Akteur akteur, boolean gesperrt, String grund) {
        return order(id, akteur, grund, akte -> {
            if (akte.loeschsperre() == gesperrt) {
                return new Outcome.Done(akte);
            }
            akten.hold(id, gesperrt);
            write(
                    akte,
                    akteur,
                    changed(akte).with("loeschsperre", Boolean.toString(!gesperrt), Boolean.toString(gesperrt)));
            return done(akte, akteur, gesperrt ? Art.LOESCHSPERRE : Art.LOESCHSPERRE_AUFGEHOBEN, grund);
        });
    }

    private Outcome order(AkteId id, Akteur akteur, String grund, Function<Akte, Outcome> order) {
        return change(id, akteur, akte -> {
            if (!isRegistratur(akteur)) {
                return ONLY_REGISTRATUR;
            }
            return isReason(grund) ? order.apply(akte) : NO_REASON;
        });
    }

    @Override
    @Transactional
    public Outcome classify(AkteId id, Akteur akteur, Vertraulichkeit stufe, String grund) {
        return change(id, akteur, akte -> {
            if (akte.vertraulichkeit() == stufe) {
                return new Outcome.Done(akte);
            }
            if (stufe.compareTo(akte.vertraulichkeit()) < 0 && !isRegistratur(akteur)) {
                return ONLY_REGISTRATUR;
            }
            if (!stufe.isOpenTo(akteur.gruppen())) {
                return new Outcome.Refused(List.of("Diese Stufe liegt über dem, was Sie selbst lesen dürfen."));
            }
            if (!isReason(grund)) {
                return NO_REASON;
            }
            akten.classify(id, stufe);
            akte.vorgaenge().forEach(suchauftraege::add);
            write(
                    akte,
                    akteur,
                    changed(akte).with("vertraulichkeit", akte.vertraulichkeit().name(), stufe.name()));
            return done(akte, akteur, Art.EINSTUFUNG, grund);
        });
    }

    private Outcome change(AkteId id, Akteur akteur, Function<Akte, Outcome> change) {
        return akten.lock(id)
                .filter(akte -> maySee(akte, akteur))
                .map(akte -> akten.isErased(id) ? ERASED : change.apply(akte))
                .orElseGet(Outcome.NotFound::new);
    }

    private Outcome done(Akte akte, Akteur akteur, Art art, @Nullable String grund) {
        var encrypted = grund == null
                ? null
                : verschluesselung.seal(key(akte), PURPOSE, grund.strip().getBytes(StandardCharsets.UTF_8));
        akten.order(akte.id(), art, encrypted, akteur.kennung(), clock.instant());
        return new Outcome.Done(akten.find(akte.id()).orElseThrow());
    }

    private static Handlung changed(Akte akte) {
        return new Handlung(Objektart.AKTE, akte.id(), Aktion.GEAENDERT);
    }

    private void write(Akte akte, Akteur akteur, Handlung was) {
        protokoll.write(Handelnder.person(akteur), key(akte), was);
    }

    /** The Vorgang in whose chain the Akte is written and by whose key its reasons are encrypted. */
    private static VorgangId key(Akte akte) {
        return akte.vorgaenge().getFirst();
    }

    private static boolean isReason(String grund) {
        return !grund.isBlank() && grund.length() <= LONGEST_REASON && grund.indexOf('\0') < 0;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), AktenanlageService.OFFICE);
    }

    @Override
    public List<Verfuegung> verfuegungen(AkteId id, Akteur akteur) {
        return find(id, akteur)
                .map(akte -> akten.orders(id).stream()
                        .map(kept -> new Verfuegung(kept.art(), reason(akte, kept.grund()), kept.wer(), kept.wann()))
                        .toList())
                .orElse(List.of());
    }

    private @Nullable String reason(Akte akte, byte @Nullable [] encrypted) {
        return encrypted == null
                ? null
                : verschluesselung
                        .open(key(akte), PURPOSE, encrypted)
                        .map(opened -> new String(opened, StandardCharsets.UTF_8))
                        .orElse(null);
    }

    @Override
    public List<String> loeschhindernisse(VorgangId vorgang) {
        var akte = akten.of(vorgang).orElse(null);
        if (akte == null) {
            return List.of();
        }
        var sentences = new ArrayList<String>();
        if (akte.loeschsperre()) {
            sentences.add("Für die Akte gilt eine Löschsperre.");
        }
        var ende = akte.aufbewahrungsende();
        if (akte.zdaAm() == null) {
            sentences.add("Die Akte ist nicht zu den Akten verfügt.");
        } else if (ende == null || !ende.isBefore(today())) {
            sentences.add("Die Aufbewahrungsfrist der Akte ist nicht abgelaufen.");
        }
        return sentences;
    }
}
