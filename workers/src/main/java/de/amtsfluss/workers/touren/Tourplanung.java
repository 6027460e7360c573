package de.amtsfluss.workers.touren;

import de.amtsfluss.workers.touren.Plan.Grund;
import de.amtsfluss.workers.touren.Plan.Ungeplant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Divides orders among vehicles. It keeps nothing, looks at no clock and gives the same for the same.
 *
 * <p>An order that can still be done in time is done in time or not taken. One that cannot, and one that is to be done
 * at once, comes before all others of its tour. Containers without an order are added afterwards where they lie on the
 * way, so that they never push an order out.
 */
final class Tourplanung {

    private final Fahrplan fahrplan;
    private final double meterAmWeg;
    private final Vorauswahl vorauswahl;

    /**
     * Plans with these rules.
     *
     * @param fahrplan how long everything takes
     * @param meterAmWeg how far from the way a container without an order may lie, in metres
     */
    Tourplanung(Fahrplan fahrplan, double meterAmWeg) {
        this.fahrplan = fahrplan;
        this.meterAmWeg = meterAmWeg;
        this.vorauswahl = new Vorauswahl(fahrplan.jeContainer());
    }

    /**
     * Plans the tours.
     *
     * @param auftraege containers with an order
     * @param einsaetze the vehicles that can be sent out, each driven once
     * @param fastVoll containers without one that are worth a stop
     */
    Plan plan(Collection<Leerung> auftraege, Collection<Einsatz> einsaetze, Collection<Leerung> fastVoll) {
        var ungeplant = new ArrayList<Ungeplant>();
        var possible = new ArrayList<Leerung>();
        for (var leerung : sorted(auftraege)) {
            refusal(leerung, einsaetze)
                    .ifPresentOrElse(
                            grund -> ungeplant.add(new Ungeplant(leerung, grund)), () -> possible.add(leerung));
        }
        var touren = touren(vorauswahl.of(possible, einsaetze), einsaetze);
        var taken = new HashSet<String>();
        touren.forEach(
                tour -> tour.halte().forEach(halt -> taken.add(halt.leerung().containerId())));
        possible.stream()
                .filter(leerung -> !taken.contains(leerung.containerId()))
                .forEach(leerung -> ungeplant.add(new Ungeplant(leerung, Grund.KEIN_PLATZ_ODER_KEINE_ZEIT)));
        auftraege.forEach(leerung -> taken.add(leerung.containerId()));
        return new Plan(
                touren.stream()
                        .map(tour -> withNeighbours(tour, fastVoll, taken))
                        .toList(),
                ungeplant);
    }

    private List<Tour> touren(List<Leerung> leerungen, Collection<Einsatz> einsaetze) {
        if (leerungen.isEmpty()) {
            return List.of();
        }
        return new Routensuche(fahrplan, leerungen, einsaetze)
                .routes().entrySet().stream()
                        .map(route -> fahrplan.tour(route.getKey(), route.getValue()))
                        .sorted(Comparator.comparing(
                                tour -> tour.einsatz().fahrzeug().name()))
                        .toList();
    }

    private static Optional<Grund> refusal(Leerung leerung, Collection<Einsatz> einsaetze) {
        var skilled = einsaetze.stream()
                .map(Einsatz::fahrzeug)
                .filter(fahrzeug -> fahrzeug.faehigkeiten().contains(leerung.faehigkeit()))
                .toList();
        if (skilled.isEmpty()) {
            return Optional.of(Grund.KEIN_GEEIGNETES_FAHRZEUG);
        }
        return skilled.stream().anyMatch(fahrzeug -> fahrzeug.canTake(leerung))
                ? Optional.empty()
                : Optional.of(Grund.ZU_GROSS);
    }

    private Tour withNeighbours(Tour tour, Collection<Leerung> fastVoll, Set<String> taken) {
        var result = tour;
        for (var leerung : sorted(fastVoll)) {
            if (!taken.contains(leerung.containerId()) && isOnTheWay(leerung, result)) {
                var with = with(result, leerung);
                if (with.isPresent()) {
                    taken.add(leerung.containerId());
                    result = with.get();
                }
            }
        }
        return result;
    }

    private boolean isOnTheWay(Leerung leerung, Tour tour) {
        var places = Stream.of(
                        Stream.of(fahrplan.depot()),
                        tour.halte().stream().map(halt -> halt.leerung().punkt()),
                        Stream.of(fahrplan.depot()))
                .flatMap(some -> some)
                .toList();
        for (int i = 1; i < places.size(); i++) {
            if (leerung.punkt().meterTo(places.get(i - 1), places.get(i)) <= meterAmWeg) {
                return true;
            }
        }
        return false;
    }

    /** With one more stop where it costs the least, if the vehicle has the room and no order gets late by it. */
    private Optional<Tour> with(Tour tour, Leerung leerung) {
        var before = tour.halte().stream().map(Tour.Halt::leerung).toList();
        var tries = new ArrayList<Tour>();
        for (int place = urgent(tour); place <= before.size(); place++) {
            var order = new ArrayList<>(before);
            order.add(place, leerung);
            tries.add(fahrplan.tour(tour.einsatz(), order));
        }
        return tries.stream()
                .filter(more -> more.isDrivable() && more.verspaetete() <= tour.verspaetete())
                .min(Comparator.comparing(Tour::ende));
    }

    /** How many stops at the beginning wait for no other. */
    private static int urgent(Tour tour) {
        return (int) tour.halte().stream()
                .takeWhile(halt -> halt.verspaetet() || halt.leerung().sofort())
                .count();
    }

    /** The same order however they come in. */
    private static List<Leerung> sorted(Collection<Leerung> leerungen) {
        return leerungen.stream()
                .sorted(Comparator.comparing(Leerung::containerId))
                .toList();
    }
}
