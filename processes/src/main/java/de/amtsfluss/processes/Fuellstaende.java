package de.amtsfluss.processes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How full containers are, as measured last; whoever knows it offers a bean. */
public interface Fuellstaende {

    /**
     * The containers that are this full or fuller, whether or not there is an order for them.
     *
     * @param prozent from which level on, 0 to 100
     * @param fraktion only containers for this kind of waste
     * @param bezirk only containers of this district
     */
    List<Fuellstand> mindestens(double prozent, String fraktion, String bezirk);

    /**
     * How full a container is.
     *
     * @param containerId identifies the container
     * @param ort where it stands
     * @param breite degrees north
     * @param laenge degrees east
     * @param volumenLiter how much it holds
     * @param prozent how full it is, 0 to 100
     * @param fahrzeug what a vehicle must be able to do to empty it, absent if not known
     * @param gemessenAm when that was measured
     */
    record Fuellstand(
            String containerId,
            String ort,
            double breite,
            double laenge,
            int volumenLiter,
            double prozent,
            @Nullable String fahrzeug,
            Instant gemessenAm) {}
}
