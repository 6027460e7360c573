package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The current version of each decision, compiled and in memory. */
final class CurrentTables implements DecisionTables {

    private final TableRunner runner;
    private final Map<DecisionId, Version> versions;
    private final Set<String> refused;

    record Version(Plan plan, int number) {}

    /**
     * Takes the tables.
     *
     * @param refused the ids of decisions whose files were refused, be there an earlier version or not
     */
    CurrentTables(TableRunner runner, Map<DecisionId, Version> versions, Set<String> refused) {
        this.runner = runner;
        this.versions = Map.copyOf(versions);
        this.refused = Set.copyOf(refused);
    }

    @Override
    public DecisionResult evaluate(DecisionId decision, Map<String, ? extends @Nullable Object> inputs) {
        Version version = versions.get(decision);
        if (version != null) {
            return runner.run(version.plan(), version.number(), inputs);
        }
        return new NotDecided(
                decision,
                false,
                refused.contains(decision.value())
                        ? "Expected a decision table '%s', but its file was refused and there is no earlier version."
                                .formatted(decision)
                        : "Expected a decision table '%s', but there is none.".formatted(decision));
    }
}
