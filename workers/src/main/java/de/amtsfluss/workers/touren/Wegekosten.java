package de.amtsfluss.workers.touren;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import de.amtsfluss.workers.touren.Fahrzeiten.Strecke;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tells jsprit how long ways take; a second of driving costs one. */
final class Wegekosten extends AbstractForwardVehicleRoutingTransportCosts {

    private final Fahrzeiten fahrzeiten;
    private final Map<Weg, Strecke> known = new ConcurrentHashMap<>();

    private record Weg(Punkt von, Punkt nach) {}

    Wegekosten(Fahrzeiten fahrzeiten) {
        this.fahrzeiten = fahrzeiten;
    }

    /** The job of a stop; none for the depot. */
    static Optional<String> jobId(TourActivity activity) {
        return activity instanceof TourActivity.JobActivity job
                ? Optional.of(job.getJob().getId())
                : Optional.empty();
    }

    @Override
    public double getDistance(Location from, Location to, double departureTime, @Nullable Vehicle vehicle) {
        return way(from, to).meter();
    }

    @Override
    public double getTransportTime(
            Location from, Location to, double departureTime, @Nullable Driver driver, @Nullable Vehicle vehicle) {
        return way(from, to).dauer().toSeconds();
    }

    @Override
    public double getTransportCost(
            Location from, Location to, double departureTime, @Nullable Driver driver, @Nullable Vehicle vehicle) {
        return getTransportTime(from, to, departureTime, driver, vehicle);
    }

    private Strecke way(Location from, Location to) {
        return known.computeIfAbsent(
                new Weg(punkt(from), punkt(to)), way -> fahrzeiten.zwischen(way.von(), way.nach()));
    }

    private static Punkt punkt(Location location) {
        return new Punkt(
                location.getCoordinate().getY(), location.getCoordinate().getX());
    }
}
