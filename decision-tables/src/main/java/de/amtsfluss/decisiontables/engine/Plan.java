package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision or decision service that can be called, with what has to be decided for it.
 *
 * @param id the decision or service
 * @param steps the decisions in an order in which each comes after those it requires; that of a decision ends with
 *     itself
 * @param service what a service makes of the steps, null for a decision
 */
record Plan(DecisionId id, List<Step> steps, @Nullable Service service) {

    /**
     * A decision on the way.
     *
     * @param logic how it is made
     * @param results the facts that other decisions give it: names with those decisions
     */
    record Step(Logic logic, Map<String, DecisionId> results) {

        DecisionId id() {
            return logic.id();
        }
    }

    /**
     * What is special about a decision service: DMN 1.3, 6.3.10.
     *
     * @param outputs the decisions it answers with, each with its name in the result
     * @param given the decisions that are not made but handed over
     */
    record Service(Map<DecisionId, String> outputs, Map<DecisionId, Given> given) {}

    /**
     * A decision that somebody else has made.
     *
     * @param name the name by which it is handed over
     */
    record Given(String name, FeelType type) {}

    /** Says whether it may take long, so that an evaluation needs a time limit. */
    boolean unbounded() {
        return steps.stream().anyMatch(step -> step.logic().unbounded());
    }

    /** Returns how a sentence names it. */
    String label(int version) {
        String kind = service != null ? "decision service" : last() instanceof Table ? "table" : "decision";
        return Problems.label(kind, id, version);
    }

    /** Returns the logic of a decision, or of the last decision of a service. */
    Logic last() {
        return steps.getLast().logic();
    }
}
