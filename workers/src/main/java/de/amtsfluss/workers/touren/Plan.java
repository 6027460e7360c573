package de.amtsfluss.workers.touren;

import java.util.List;

/**
 * What came out of planning.
 *
 * @param touren the tours, by the name of their vehicle
 * @param ungeplant the orders that none of them takes
 */
record Plan(List<Tour> touren, List<Ungeplant> ungeplant) {

    Plan {
        touren = List.copyOf(touren);
        ungeplant = List.copyOf(ungeplant);
    }

    /**
     * An order that stays what it is: a task on its own.
     *
     * @param leerung the container
     * @param grund why no tour takes it
     */
    record Ungeplant(Leerung leerung, Grund grund) {}

    /** Why no tour takes an order. */
    enum Grund {
        /** No vehicle that can be sent out has the skill. */
        KEIN_GEEIGNETES_FAHRZEUG,
        /** It is more than any vehicle with the skill takes up. */
        ZU_GROSS,
        /** The vehicles have no room left, or cannot be there and back in time. */
        KEIN_PLATZ_ODER_KEINE_ZEIT
    }
}
