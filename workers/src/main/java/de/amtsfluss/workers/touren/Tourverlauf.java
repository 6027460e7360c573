package de.amtsfluss.workers.touren;

import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Nachrichtenquelle;
import de.amtsfluss.processes.ProcessMessages;
import de.amtsfluss.processes.ProcessMessages.ProcessMessage;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.workers.touren.GeplanteTour.Ergebnis;
import de.amtsfluss.workers.touren.GeplanteTour.Status;
import de.amtsfluss.workers.touren.GeplanteTour.Stopp;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sees a tour through: what is left of it when it begins, and what became of its orders. */
@Service
class Tourverlauf implements Nachrichtenquelle {

    private static final String DONE = "container-leeren.tourErledigt";

    /** Whoever does not wait for it by then has ended by itself. */
    private static final Duration HEARD_WITHIN = Duration.ofHours(1);

    private final TourRepository repository;
    private final Vorgaenge vorgaenge;
    private final ProcessMessages messages;
    private final Protokoll protokoll;
    private final TourenProperties properties;
    private final Clock clock;

    Tourverlauf(
            TourRepository repository,
            Vorgaenge vorgaenge,
            ProcessMessages messages,
            Protokoll protokoll,
            TourenProperties properties,
            Clock clock) {
        this.repository = repository;
        this.vorgaenge = vorgaenge;
        this.messages = messages;
        this.protokoll = protokoll;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Set<String> nachrichten() {
        return Set.of(DONE);
    }

    /**
     * Begins a tour: strikes the orders that have ended by themselves, and tells the Vorgaenge of each other. A repeat
     * strikes no more.
     *
     * @return how many stops are left; none if no order is
     */
    @Transactional
    int begin(UUID id, VorgangId vorgang) {
        var tour = require(id);
        if (tour.status() == Status.GEPLANT) {
            strike(tour);
            tour = require(id);
            move(tour, tour.driven().isEmpty() ? Status.BEENDET : Status.UNTERWEGS);
            describe(tour, vorgaenge.require(vorgang, "begin the tour of"));
        }
        return tour.driven().size();
    }

    private void strike(GeplanteTour tour) {
        var ended = tour.stopps().stream()
                .filter(stopp -> stopp.auftrag() != null && order(stopp).isEmpty())
                .toList();
        boolean nothingLeft =
                tour.stopps().stream().noneMatch(stopp -> stopp.auftrag() != null && !ended.contains(stopp));
        (nothingLeft ? tour.stopps() : ended).forEach(stopp -> note(tour, stopp, Ergebnis.GESTRICHEN, null));
    }

    private void describe(GeplanteTour tour, Vorgang vorgang) {
        var daten = new HashMap<String, @Nullable Object>();
        daten.put("halte", tour.driven().stream().map(Stopp::daten).toList());
        daten.put("halteliste", tour.driven().stream().map(Stopp::zeile).toList());
        daten.put("anzahl", tour.driven().size());
        daten.put("gestrichen", tour.stopps().size() - tour.driven().size());
        daten.put("wegMeter", tour.meter());
        daten.put("endeAm", tour.endeAm().toString());
        var depot = properties.depot();
        daten.put("depot", Map.of("name", depot.name(), "breite", depot.breite(), "laenge", depot.laenge()));
        vorgaenge.supplement(vorgang.id(), daten);
        tour.driven().stream()
                .flatMap(stopp -> order(stopp).stream())
                .forEach(order -> vorgaenge.supplement(order.id(), Map.of("tour", vorgang.aktenzeichen())));
    }

    /**
     * Ends a tour: tells the orders that were done, and sets the others free. A repeat changes nothing.
     *
     * @param gruende why stops were not done, by their numbers; all others were
     * @return whether all were done
     */
    @Transactional
    boolean end(UUID id, Map<Integer, String> gruende) {
        var tour = require(id);
        if (tour.status() == Status.BEENDET) {
            return tour.driven().stream().allMatch(stopp -> stopp.ergebnis() == Ergebnis.GELEERT);
        }
        for (var stopp : tour.driven()) {
            var grund = gruende.get(stopp.nummer());
            note(tour, stopp, grund == null ? Ergebnis.GELEERT : Ergebnis.NICHT_GELEERT, grund);
            if (grund == null) {
                done(tour, stopp);
            } else {
                order(stopp).ifPresent(order -> vorgaenge.supplement(order.id(), Map.of("tourHindernis", grund)));
            }
        }
        move(tour, Status.BEENDET);
        return gruende.isEmpty();
    }

    /** The numbers of the stops that are driven to. */
    @Transactional
    List<Integer> numbers(UUID id) {
        return require(id).driven().stream().map(Stopp::nummer).toList();
    }

    /** The tour as it is kept. */
    @Transactional
    GeplanteTour require(UUID id) {
        return repository
                .lock(id)
                .orElseThrow(() ->
                        new IllegalStateException("Expected to find the tour '%s', but there is none".formatted(id)));
    }

    private void done(GeplanteTour tour, Stopp stopp) {
        var auftrag = stopp.auftrag();
        if (auftrag != null) {
            messages.publish(new ProcessMessage(
                    UUID.nameUUIDFromBytes(
                            "%s %s %s".formatted(DONE, tour.id(), auftrag).getBytes(StandardCharsets.UTF_8)),
                    DONE,
                    auftrag.toString(),
                    HEARD_WITHIN,
                    Map.of("tourErledigtAm", now().toString())));
        }
    }

    /** The Vorgang of the order while it is open. */
    private Optional<Vorgang> order(Stopp stopp) {
        AusloeserId auftrag = stopp.auftrag();
        return auftrag == null
                ? Optional.empty()
                : vorgaenge.findByAusloeser(auftrag).filter(vorgang -> vorgang.status() == Vorgang.Status.OFFEN);
    }

    private void note(GeplanteTour tour, Stopp stopp, Ergebnis ergebnis, @Nullable String grund) {
        repository.note(tour.id(), stopp.nummer(), ergebnis, grund, now());
        protokoll.write(
                null,
                new Handlung(Objektart.TOUR, tour.id(), Aktion.GEAENDERT)
                        .with("halt " + stopp.nummer(), stopp.ergebnis().name(), ergebnis.name()));
    }

    private void move(GeplanteTour tour, Status status) {
        repository.set(tour.id(), status);
        var aktion = status == Status.BEENDET ? Aktion.ABGESCHLOSSEN : Aktion.GEAENDERT;
        protokoll.write(
                null,
                new Handlung(Objektart.TOUR, tour.id(), aktion)
                        .with("status", tour.status().name(), status.name()));
    }

    private Instant now() {
        return clock.instant();
    }
}
