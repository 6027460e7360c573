package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.device.Quantity;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What facts are made of.
 *
 * @param subject the asset; of a district one that stands for it
 * @param values the latest values, each in the unit of its quantity
 * @param at the time of the reading
 * @param sensor the number of the sensor, absent for a district
 * @param decided what the table decided, absent before
 */
record Context(
        Asset subject,
        Map<Quantity, Double> values,
        Instant at,
        @Nullable String sensor,
        @Nullable Decided decided) {

    Context with(Decided decision) {
        return new Context(subject, values, at, sensor, decision);
    }

    @Nullable
    Object output(String name) {
        return decided == null ? null : decided.outputs().getFirst().get(name);
    }
}
