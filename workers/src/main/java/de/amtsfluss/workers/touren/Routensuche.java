package de.amtsfluss.workers.touren;

import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.state.StateManager;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.constraint.ConstraintManager;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Coordinate;
import com.graphhopper.jsprit.core.util.Solutions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Searches the routes of vehicles with jsprit: the vehicle routing problem with capacity, time windows and skills. */
final class Routensuche {

    /** The same search for the same question, so that a plan can be explained. */
    private static final long SEED = 20_261_126;

    /** Large enough for bundles of a district, small enough for seconds with 200 orders. */
    private static final int TRIES = 10_000;

    private static final int FEWEST_TRIES = 50;
    private static final int MOST_TRIES = 200;

    /** Another vehicle is worth an hour of driving. */
    private static final int VEHICLE = (int) Duration.ofHours(1).toSeconds();

    /** Jsprit's priorities; 1 is the highest. */
    private static final int URGENT = 1;

    private static final int USUAL = 2;

    /** Its place among the places; the containers follow. */
    private static final int DEPOT = 0;

    private final Fahrplan fahrplan;
    private final Map<String, Leerung> leerungen = new LinkedHashMap<>();
    private final Map<String, Einsatz> einsaetze = new LinkedHashMap<>();
    private final Instant start;

    /** Searches for these containers and vehicles; there is one of each at least. */
    Routensuche(Fahrplan fahrplan, List<Leerung> leerungen, Collection<Einsatz> einsaetze) {
        this.fahrplan = fahrplan;
        leerungen.forEach(leerung -> this.leerungen.put(leerung.containerId(), leerung));
        einsaetze.forEach(einsatz -> this.einsaetze.put(einsatz.fahrzeug().name(), einsatz));
        this.start = einsaetze.stream()
                .map(Einsatz::ab)
                .min(Instant::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("Expected a vehicle, but there is none"));
    }

    /** The containers of each vehicle that is sent out, in their order. */
    Map<Einsatz, List<Leerung>> routes() {
        var urgent = leerungen.values().stream()
                .filter(this::isUrgent)
                .map(Leerung::containerId)
                .collect(Collectors.toUnmodifiableSet());
        var problem = problem();
        var state = new StateManager(problem);
        var constraints = new ConstraintManager(problem, state);
        constraints.addConstraint(new DringendesZuerst(urgent), ConstraintManager.Priority.CRITICAL);
        var algorithm = Jsprit.Builder.newInstance(problem)
                .setRandom(new Random(SEED))
                .setProperty(
                        Jsprit.Parameter.ITERATIONS,
                        String.valueOf(Math.clamp(TRIES / leerungen.size(), FEWEST_TRIES, MOST_TRIES)))
                .addCoreStateAndConstraintStuff(true)
                .setStateAndConstraintManager(state, constraints)
                .buildAlgorithm();
        var routes = new HashMap<Einsatz, List<Leerung>>();
        Solutions.bestOf(algorithm.searchSolutions()).getRoutes().forEach(route -> {
            var einsatz = einsaetze.get(route.getVehicle().getId());
            if (einsatz != null) {
                routes.put(einsatz, leerungen(route));
            }
        });
        return routes;
    }

    private VehicleRoutingProblem problem() {
        var places = new ArrayList<>(List.of(fahrplan.depot()));
        leerungen.values().forEach(leerung -> places.add(leerung.punkt()));
        var problem = VehicleRoutingProblem.Builder.newInstance()
                .setFleetSize(VehicleRoutingProblem.FleetSize.FINITE)
                .setRoutingCost(new Wegekosten(fahrplan.fahrzeiten(), places));
        einsaetze.values().forEach(einsatz -> problem.addVehicle(vehicle(einsatz)));
        var index = DEPOT;
        for (var leerung : leerungen.values()) {
            problem.addJob(service(leerung, ++index));
        }
        return problem.build();
    }

    private VehicleImpl vehicle(Einsatz einsatz) {
        var fahrzeug = einsatz.fahrzeug();
        // Vehicles that can do the same are one choice to jsprit, not several.
        var type = VehicleTypeImpl.Builder.newInstance(fahrzeug.liter() + " l")
                .addCapacityDimension(0, fahrzeug.liter())
                .setFixedCost(VEHICLE)
                .build();
        return VehicleImpl.Builder.newInstance(fahrzeug.name())
                .setType(type)
                .setStartLocation(location(DEPOT, "depot", fahrplan.depot()))
                .setEarliestStart(seconds(einsatz.ab()))
                .setLatestArrival(seconds(einsatz.bis()))
                .addAllSkills(fahrzeug.faehigkeiten())
                .build();
    }

    private Service service(Leerung leerung, int index) {
        var service = Service.Builder.newInstance(leerung.containerId())
                .setLocation(location(index, leerung.containerId(), leerung.punkt()))
                .addSizeDimension(0, leerung.ladungLiter())
                .setServiceTime((double) fahrplan.jeContainer().toSeconds())
                .addRequiredSkill(leerung.faehigkeit())
                .setPriority(isUrgent(leerung) ? URGENT : USUAL);
        var auftrag = leerung.auftrag();
        if (auftrag != null && !isTooLate(leerung)) {
            service.addTimeWindow(0, seconds(auftrag.fristAm().minus(fahrplan.jeContainer())));
        }
        return service.build();
    }

    private boolean isUrgent(Leerung leerung) {
        return leerung.sofort() || isTooLate(leerung);
    }

    /** Whether no vehicle can be there in time, even if it went there first. */
    private boolean isTooLate(Leerung leerung) {
        return einsaetze.values().stream()
                .filter(einsatz -> einsatz.fahrzeug().canTake(leerung))
                .allMatch(einsatz -> leerung.isLate(fahrplan.earliest(einsatz, leerung)));
    }

    private List<Leerung> leerungen(VehicleRoute route) {
        return route.getActivities().stream()
                .map(Wegekosten::jobId)
                .flatMap(Optional::stream)
                .map(id -> Objects.requireNonNull(leerungen.get(id)))
                .toList();
    }

    private static Location location(int index, String id, Punkt punkt) {
        return Location.Builder.newInstance()
                .setIndex(index)
                .setId(id)
                .setCoordinate(Coordinate.newInstance(punkt.laenge(), punkt.breite()))
                .build();
    }

    private double seconds(Instant time) {
        return (double) Duration.between(start, time).toSeconds();
    }
}
