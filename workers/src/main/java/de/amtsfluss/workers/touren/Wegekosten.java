package de.amtsfluss.workers.touren;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import de.amtsfluss.workers.touren.Fahrzeiten.Strecke;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells jsprit how long ways take; a second of driving costs one. A search asks for each way many thousand times. */
final class Wegekosten extends AbstractForwardVehicleRoutingTransportCosts {

    private final Strecke[][] ways;

    /** The ways between all these places; the index of a {@link Location} is that of its place. */
    Wegekosten(Fahrzeiten fahrzeiten, List<Punkt> places) {
        this.ways = places.stream()
                .map(from ->
                        places.stream().map(to -> fahrzeiten.zwischen(from, to)).toArray(Strecke[]::new))
                .toArray(Strecke[][]::new);
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
        return ways[from.getIndex()][to.getIndex()];
    }
}
