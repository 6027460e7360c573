package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionTables;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables in use, some of them in a changed form.
 *
 * @param current those in use
 * @param changed the changed ones
 * @param which the decisions of the changed ones
 */
record ChangedTables(DecisionTables current, DecisionTables changed, Set<DecisionId> which) implements DecisionTables {

    @Override
    public DecisionResult evaluate(DecisionId decision, Map<String, ? extends @Nullable Object> inputs) {
        return (which.contains(decision) ? changed : current).evaluate(decision, inputs);
    }

    @Override
    public DecisionResult evaluate(DecisionId decision, int version, Map<String, ? extends @Nullable Object> inputs) {
        return current.evaluate(decision, version, inputs);
    }

    @Override
    public OptionalInt version(DecisionId decision) {
        return (which.contains(decision) ? changed : current).version(decision);
    }
}
