package de.amtsfluss.workers.touren;

import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Fuellstaende;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Nachrichtenquelle;
import de.amtsfluss.processes.ProcessMessages;
import de.amtsfluss.processes.ProcessMessages.StartMessage;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.workers.touren.OffeneAuftraege.Buendel;
import de.amtsfluss.workers.touren.OffeneAuftraege.Offen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes tours of the orders that have waited enough, and starts a process for each. */
@Component
class Tourbildung implements Nachrichtenquelle {

    private static final Logger log = LoggerFactory.getLogger(Tourbildung.class);
    private static final String PLANNED = "tour-fahren.tourGeplant";

    /** How long a tour that is over is kept here; its Vorgang stays. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final OffeneAuftraege auftraege;
    private final TourRepository repository;
    private final ObjectProvider<Fuellstaende> fuellstaende;
    private final ProcessMessages messages;
    private final Protokoll protokoll;
    private final TourenProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Tourplanung planung;
    private final Fuhrpark fuhrpark;
    private final Faelligkeit faelligkeit;

    Tourbildung(
            OffeneAuftraege auftraege,
            TourRepository repository,
            ObjectProvider<Fuellstaende> fuellstaende,
            ObjectProvider<Fahrzeiten> fahrzeiten,
            ProcessMessages messages,
            Protokoll protokoll,
            TourenProperties properties,
            TransactionTemplate transactions,
            Clock clock) {
        this.auftraege = auftraege;
        this.repository = repository;
        this.fuellstaende = fuellstaende;
        this.messages = messages;
        this.protokoll = protokoll;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
        var fahrplan = new Fahrplan(
                properties.depot().punkt(), fahrzeiten.getIfAvailable(Luftlinie::new), properties.jeContainer());
        this.planung = new Tourplanung(fahrplan, properties.fastVollMeter());
        this.fuhrpark = new Fuhrpark(properties.fuhrpark(), properties.ruestzeit(), properties.vorBeginn());
        this.faelligkeit = new Faelligkeit(properties.vorlauf(), properties.auslastung());
    }

    @Override
    public Set<String> nachrichten() {
        return Set.of(PLANNED);
    }

    /** Makes the tours that are due, those of a bundle together; nothing while another copy is at it. */
    void bilden() {
        repository.alone(this::makeDue);
    }

    private void makeDue() {
        var now = clock.instant();
        repository.forget(now.minus(KEPT));
        var onTour = repository.containersOnTour();
        var tried = repository.triedSince(now.minus(properties.pause()));
        var all = auftraege.all();
        var taken = all.stream().map(offen -> offen.leerung().containerId()).collect(Collectors.toSet());
        taken.addAll(onTour);
        bundles(all, onTour, tried).forEach((buendel, leerungen) -> {
            var einsaetze = fuhrpark.bereit(now, repository.outUntil());
            if (faelligkeit.isDue(leerungen, einsaetze, now)) {
                var plan = planung.plan(leerungen, einsaetze, nearlyFull(buendel, taken));
                transactions.executeWithoutResult(status -> make(buendel, plan, now));
            }
        });
    }

    private static Map<Buendel, List<Leerung>> bundles(List<Offen> all, Set<String> onTour, Set<?> tried) {
        return all.stream()
                .filter(offen -> !onTour.contains(offen.leerung().containerId())
                        && !tried.contains(
                                Objects.requireNonNull(offen.leerung().auftrag())
                                        .id()
                                        .value()))
                .collect(Collectors.groupingBy(
                        Offen::buendel,
                        () -> new TreeMap<>(
                                Comparator.comparing(Buendel::fraktion).thenComparing(Buendel::bezirk)),
                        Collectors.mapping(Offen::leerung, Collectors.toList())));
    }

    private List<Leerung> nearlyFull(Buendel buendel, Set<String> taken) {
        return fuellstaende
                .orderedStream()
                .flatMap(source ->
                        source.mindestens(properties.fastVollProzent(), buendel.fraktion(), buendel.bezirk()).stream())
                .filter(container -> !taken.contains(container.containerId()))
                .map(container -> new Leerung(
                        container.containerId(),
                        container.ort(),
                        new Punkt(container.breite(), container.laenge()),
                        container.volumenLiter(),
                        container.prozent(),
                        Objects.requireNonNullElse(container.fahrzeug(), properties.faehigkeit(buendel.fraktion())),
                        null))
                .toList();
    }

    private void make(Buendel buendel, Plan plan, Instant now) {
        plan.touren().forEach(tour -> make(buendel, tour, now));
        plan.ungeplant().stream()
                .collect(Collectors.groupingBy(
                        Plan.Ungeplant::grund,
                        Collectors.mapping(ungeplant -> ungeplant.leerung().containerId(), Collectors.toList())))
                .forEach((grund, containers) ->
                        log.info("{} orders stay tasks on their own, {}: {}", containers.size(), grund, containers));
    }

    private void make(Buendel buendel, Tour tour, Instant now) {
        var id = AusloeserId.random();
        repository.insert(id.value(), buendel, tour, now);
        protokoll.write(null, new Handlung(Objektart.TOUR, id, Aktion.ANGELEGT));
        messages.start(new StartMessage(id, PLANNED, id.toString(), facts(id, buendel, tour)));
    }

    private static Map<String, Object> facts(AusloeserId id, Buendel buendel, Tour tour) {
        return Map.of(
                "tourId", id.toString(),
                "kanal", "planung",
                "fraktion", buendel.fraktion(),
                "bezirk", buendel.bezirk(),
                "fahrzeug", tour.einsatz().fahrzeug().name(),
                "anzahl", tour.halte().size(),
                "beginnAm", tour.beginn().toString(),
                "fristAm", tour.einsatz().bis().toString(),
                "prioritaet",
                        tour.halte().stream()
                                .map(halt -> halt.leerung().auftrag())
                                .filter(Objects::nonNull)
                                .mapToInt(Leerung.Auftrag::prioritaet)
                                .max()
                                .orElse(0));
    }
}
