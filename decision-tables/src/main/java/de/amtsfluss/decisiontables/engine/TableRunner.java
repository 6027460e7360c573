package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionResult;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs compiled decisions with all they require, and gives up those that take too long. */
final class TableRunner {

    private final TimeLimit timeLimit;

    /**
     * Takes the limit.
     *
     * @param limit how long a decision may evaluate, with all it requires, that has loops, functions or regular
     *     expressions
     */
    TableRunner(Duration limit) {
        timeLimit = new TimeLimit(limit);
    }

    /** Evaluates a version of a decision; safe for many threads. */
    DecisionResult run(Plan plan, int version, Map<String, ? extends @Nullable Object> inputs) {
        return plan.unbounded()
                ? timeLimit.run(plan.label(version), plan.id(), () -> PlanRun.run(plan, version, inputs))
                : PlanRun.run(plan, version, inputs);
    }
}
