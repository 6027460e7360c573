package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aussonderung;
import de.amtsfluss.processes.Aussonderung.Stand;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungen;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Loeschnachweis;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.aussonderung.Befugnis.Wanted;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The lists as the Registratur leads them; what the archive does with them is {@link Archivsache}. */
@Service
class AussonderungService implements Aussonderungen {

    private final Befugnis befugnis;
    private final AussonderungRepository aussonderungen;
    private final EintragRepository eintraege;
    private final NachweisRepository nachweise;
    private final Ermittlung ermittlung;
    private final Archivsache archivsache;
    private final Archivpakete archivpakete;
    private final Loeschung loeschung;
    private final Vorgaenge vorgaenge;
    private final Protokoll protokoll;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AussonderungService(
            Befugnis befugnis,
            AussonderungRepository aussonderungen,
            EintragRepository eintraege,
            NachweisRepository nachweise,
            Ermittlung ermittlung,
            Archivsache archivsache,
            Archivpakete archivpakete,
            Loeschung loeschung,
            Vorgaenge vorgaenge,
            Protokoll protokoll,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.befugnis = befugnis;
        this.aussonderungen = aussonderungen;
        this.eintraege = eintraege;
        this.nachweise = nachweise;
        this.ermittlung = ermittlung;
        this.archivsache = archivsache;
        this.archivpakete = archivpakete;
        this.loeschung = loeschung;
        this.vorgaenge = vorgaenge;
        this.protokoll = protokoll;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Outcome gather(Akteur akteur) {
        if (!Aussonderungen.isOpenTo(akteur)) {
            return new Outcome.NotFound();
        }
        if (!akteur.gruppen().contains(Befugnis.REGISTRATUR)) {
            return Befugnis.refusal(Befugnis.REGISTRATUR);
        }
        return Handelnder.person(akteur)
                .call(ermittlung::run)
                .map(id -> befugnis.done(id, List.of()))
                .orElseGet(() -> new Outcome.Refused("Zurzeit ist nichts weiter auszusondern."));
    }

    @Override
    public List<Aussonderung> list(Akteur akteur) {
        return Aussonderungen.isOpenTo(akteur) ? aussonderungen.list() : List.of();
    }

    @Override
    public Optional<Aussonderung> find(AussonderungId id, Akteur akteur) {
        return Aussonderungen.isOpenTo(akteur) ? aussonderungen.find(id) : Optional.empty();
    }

    @Override
    public List<Aussonderungseintrag> eintraege(AussonderungId id, Akteur akteur) {
        return Aussonderungen.isOpenTo(akteur) ? eintraege.of(id, akteur.gruppen()) : List.of();
    }

    @Override
    public List<Loeschnachweis> nachweise(AussonderungId id, Akteur akteur) {
        return Aussonderungen.isOpenTo(akteur) ? nachweise.of(id) : List.of();
    }

    @Override
    @Transactional
    public Outcome setAside(AussonderungId id, UUID eintrag, Akteur akteur) {
        var wanted = Wanted.of(Befugnis.REGISTRATUR, Stand.ERSTELLT, Stand.ANGEBOTEN, Stand.BEWERTET, Stand.UEBERGEBEN);
        return befugnis.check(id, akteur, wanted, list -> {
            var found = eintraege.of(id, akteur.gruppen()).stream()
                    .filter(one -> one.id().equals(eintrag))
                    .findFirst();
            if (found.isEmpty()) {
                return new Outcome.NotFound();
            }
            return switch (found.get().stand()) {
                case LOESCHUNG_ANGEORDNET, GELOESCHT ->
                    new Outcome.Refused(
                            "%s ist schon gelöscht.".formatted(found.get().kennzeichen()));
                case ZURUECKGESTELLT -> befugnis.done(id, List.of());
                case OFFEN, BEWERTET, UEBERNOMMEN, FEHLGESCHLAGEN -> setAside(list, found.get());
            };
        });
    }

    private Outcome setAside(Aussonderung list, Aussonderungseintrag eintrag) {
        eintraege.setStand(eintrag.id(), Aussonderungseintrag.Stand.ZURUECKGESTELLT);
        eintrag.vorgaenge()
                .forEach(vorgang -> protokoll.write(
                        vorgang,
                        new Handlung(Objektart.VORGANG, vorgang, Aktion.GEAENDERT)
                                .with("aussonderung", list.id().toString(), null)));
        loeschung.completeIfAllAreErased(list);
        return befugnis.done(list.id(), List.of());
    }

    @Override
    @Transactional
    public Outcome offer(AussonderungId id, Akteur akteur) {
        return befugnis.check(id, akteur, Wanted.of(Befugnis.REGISTRATUR, Stand.ERSTELLT), list -> {
            if (list.anzahl() == 0) {
                return new Outcome.Refused("Das Verzeichnis ist leer.");
            }
            return next(list, Stand.ANGEBOTEN, akteur);
        });
    }

    @Override
    public Outcome appraise(AussonderungId id, UUID eintrag, Bewertung bewertung, Akteur akteur) {
        return archivsache.appraise(id, eintrag, bewertung, akteur);
    }

    @Override
    public Outcome appraiseRest(AussonderungId id, @Nullable Bewertung bewertung, Akteur akteur) {
        return archivsache.appraiseRest(id, bewertung, akteur);
    }

    @Override
    public Outcome completeAppraisal(AussonderungId id, Akteur akteur) {
        return archivsache.completeAppraisal(id, akteur);
    }

    @Override
    @Transactional
    public Outcome handOver(AussonderungId id, Akteur akteur) {
        return befugnis.check(id, akteur, Wanted.of(Befugnis.REGISTRATUR, Stand.BEWERTET), list -> {
            if (eintraege.of(id, akteur.gruppen()).stream().noneMatch(Archivpakete::isTaken)) {
                return new Outcome.Refused("Das Archiv hat nichts als archivwürdig bewertet.");
            }
            return next(list, Stand.UEBERGEBEN, akteur);
        });
    }

    private Outcome next(Aussonderung list, Stand stand, Akteur akteur) {
        aussonderungen.setStand(list.id(), stand, akteur.kennung(), clock.instant());
        protokoll.write(
                null,
                new Handlung(Objektart.AUSSONDERUNG, list.id(), Aktion.GEAENDERT)
                        .with("stand", list.stand().name(), stand.name()));
        return befugnis.done(list.id(), List.of());
    }

    @Override
    public Abholung fetch(AussonderungId id, Akteur akteur) {
        return archivpakete.fetch(id, akteur);
    }

    @Override
    public Outcome confirmImport(AussonderungId id, UUID eintrag, Import ergebnis, Akteur akteur) {
        return archivsache.confirmImport(id, eintrag, ergebnis, akteur);
    }

    @Override
    public Outcome erase(AussonderungId id, Akteur akteur) {
        var ordered = Objects.requireNonNull(transactions.execute(status -> befugnis.check(
                id,
                akteur,
                Wanted.of(Befugnis.REGISTRATUR, Stand.BEWERTET, Stand.UEBERGEBEN),
                list -> order(list, akteur))));
        if (!(ordered instanceof Outcome.Done done)) {
            return ordered;
        }
        Handelnder.person(akteur).run(() -> loeschung.finish(id));
        var hinweise = new ArrayList<>(done.hinweise());
        if (nachweise.of(id).stream().anyMatch(nachweis -> nachweis.geloeschtAm() == null)) {
            hinweise.add("Die Löschung ist angeordnet, aber noch nicht fertig. Sie wird von selbst nachgeholt.");
        }
        return befugnis.done(id, hinweise);
    }

    private Outcome order(Aussonderung list, Akteur akteur) {
        var all = eintraege.of(list.id(), akteur.gruppen());
        var released = all.stream()
                .filter(eintrag -> Loeschung.isReleased(list, eintrag))
                .toList();
        var hinweise = new ArrayList<String>();
        var ordered = 0;
        for (var eintrag : released) {
            var against = loeschung.order(eintrag, akteur);
            against.forEach(sentence -> hinweise.add("%s: %s".formatted(eintrag.kennzeichen(), sentence)));
            ordered += against.isEmpty() ? 1 : 0;
        }
        if (ordered > 0 || isBeingErased(all)) {
            return befugnis.done(list.id(), hinweise);
        }
        return new Outcome.Refused(
                hinweise.isEmpty() ? List.of("Das Archiv hat noch nichts zur Löschung freigegeben.") : hinweise);
    }

    /** What was ordered by a call that was killed is finished by the next one. */
    private static boolean isBeingErased(List<Aussonderungseintrag> all) {
        return all.stream().anyMatch(one -> one.stand() == Aussonderungseintrag.Stand.LOESCHUNG_ANGEORDNET);
    }

    @Override
    public Optional<Loeschnachweis> erasureOf(UUID objekt, Akteur akteur) {
        return nachweise
                .find(objekt)
                .filter(nachweis -> Aussonderungen.isOpenTo(akteur)
                        || vorgaenge.find(nachweis.vorgang(), akteur).isPresent());
    }
}
