package de.amtsfluss.processes.vorgang;

import de.amtsfluss.processes.Aktenanlage;
import de.amtsfluss.processes.Aktenplan;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vertretungen;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.message.MessageOutbox;
import de.amtsfluss.processes.suche.Suchauftraege;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of the Vorgaenge. */
@Service
class VorgangRegister implements Vorgaenge, Vorgangsanlage {

    /** References carry the year of the office's own calendar. */
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final VorgangRepository repository;
    private final Kennzeichenregister kennzeichen;
    private final VerlaufRepository verlauf;
    private final MessageOutbox outbox;
    private final Vertretungen vertretungen;
    private final Aktenplan aktenplan;
    private final Aktenanlage aktenanlage;
    private final Suchauftraege suchauftraege;
    private final Protokoll protokoll;
    private final Clock clock;

    VorgangRegister(
            VorgangRepository repository,
            Kennzeichenregister kennzeichen,
            VerlaufRepository verlauf,
            MessageOutbox outbox,
            Vertretungen vertretungen,
            Aktenplan aktenplan,
            Aktenanlage aktenanlage,
            Suchauftraege suchauftraege,
            Protokoll protokoll,
            Clock clock) {
        this.repository = repository;
        this.kennzeichen = kennzeichen;
        this.verlauf = verlauf;
        this.outbox = outbox;
        this.vertretungen = vertretungen;
        this.aktenplan = aktenplan;
        this.aktenanlage = aktenanlage;
        this.suchauftraege = suchauftraege;
        this.protokoll = protokoll;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Opened open(NewVorgang wanted) {
        var own = repository.findByProcess(wanted.processInstanceKey());
        if (own.isPresent()) {
            return new Opened.ForThisProcess(own.get());
        }
        var ausloeser = wanted.ausloeser();
        if (ausloeser != null) {
            var other = repository.findByAusloeser(ausloeser);
            if (other.isPresent()) {
                return new Opened.ForAnotherProcess(other.get());
            }
            outbox.confirm(ausloeser);
        }
        return new Opened.ForThisProcess(insert(VorgangId.random(), NeuerVorgang.of(wanted)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Vorgang create(VorgangId id, NeuerVorgang wanted) {
        return insert(id, wanted);
    }

    private Vorgang insert(VorgangId id, NeuerVorgang wanted) {
        repository.insert(id, aktenzeichen(wanted.aktenplaneinheit()), wanted, clock.instant());
        kennzeichen.write(id, wanted.beteiligte());
        protokoll.write(id, handlung(id, Aktion.ANGELEGT));
        var vorgang = repository.find(id).orElseThrow();
        aktenanlage.open(vorgang, wanted.aktenplaneinheit());
        return vorgang;
    }

    @Override
    @Transactional
    public boolean begin(VorgangId id, long processInstanceKey) {
        var begun = repository
                .begin(id, processInstanceKey)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected to begin Vorgang '%s', but no such Vorgang was found".formatted(id)));
        repository.find(id).map(Vorgang::ausloeser).ifPresent(outbox::confirm);
        return begun;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void replaceBeteiligte(VorgangId id, List<Beteiligter> beteiligte) {
        repository.replaceBeteiligte(id, beteiligte);
        kennzeichen.write(id, beteiligte);
        protokoll.write(id, handlung(id, Aktion.GEAENDERT).with("beteiligte", null, null));
    }

    @Override
    public List<Beteiligter> beteiligte(VorgangId id) {
        return repository.beteiligte(id);
    }

    @Override
    public List<Beteiligter> beteiligte(VorgangId id, Akteur akteur) {
        return find(id, akteur).map(seen -> repository.beteiligte(seen.id())).orElse(List.of());
    }

    /** Unit, running number of four digits and year: {@code 700.3-70.41/0042-2026}. */
    private String aktenzeichen(String einheit) {
        var jahr = clock.instant().atZone(OFFICE).getYear();
        return "%s/%04d-%d"
                .formatted(aktenplan.unit(einheit).kennzeichen(), repository.nextNumber(einheit, jahr), jahr);
    }

    private static Handlung handlung(VorgangId id, Aktion aktion) {
        return new Handlung(Objektart.VORGANG, id, aktion);
    }

    @Override
    @Transactional
    public void supplement(VorgangId id, Map<String, @Nullable Object> daten) {
        if (repository.supplement(id, daten)) {
            // The names of the fields only: values may be personal data.
            daten.keySet().stream()
                    .sorted()
                    .forEach(name ->
                            protokoll.write(id, handlung(id, Aktion.GEAENDERT).with(name, null, null)));
        }
    }

    @Override
    @Transactional
    public void close(VorgangId id, String ergebnis) {
        if (repository.close(id, ergebnis, clock.instant())) {
            protokoll.write(id, handlung(id, Aktion.ABGESCHLOSSEN));
            suchauftraege.add(id);
        }
    }

    @Override
    public Optional<Vorgang> find(VorgangId id) {
        return repository.find(id);
    }

    @Override
    public Optional<Vorgang> findByAusloeser(AusloeserId ausloeser) {
        return repository.findByAusloeser(ausloeser);
    }

    @Override
    public Map<AusloeserId, Instant> abgeschlossen(Collection<AusloeserId> ausloeser) {
        return repository.abgeschlossen(ausloeser);
    }

    @Override
    public Optional<Vorgang> find(VorgangId id, Akteur akteur) {
        return repository.find(id).filter(vorgang -> akteur.isInOneOf(vorgang.gruppen()) || takesPart(id, akteur));
    }

    /** Whoever is asked in a Geschäftsgang needs to see what it is about; so does who stands in for him. */
    private boolean takesPart(VorgangId id, Akteur akteur) {
        var kennungen = new HashSet<>(vertretungen.vertretene(akteur.kennung()));
        kennungen.add(akteur.kennung());
        return repository.takesPart(id, kennungen, akteur.gruppen());
    }

    @Override
    public List<Vorgang> list(Query query, Akteur akteur) {
        return repository.list(query, akteur.gruppen());
    }

    @Override
    public List<Ereignis> verlauf(VorgangId id, Akteur akteur) {
        return find(id, akteur).map(vorgang -> verlauf.of(vorgang.id())).orElse(List.of());
    }
}
