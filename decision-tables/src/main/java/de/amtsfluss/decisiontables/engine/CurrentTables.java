package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Decides by the tables that are current, and by their earlier versions. */
final class CurrentTables implements DecisionTables {

    private final TableRunner runner;
    private final PastTables past;
    private volatile TableSet tables;

    CurrentTables(TableRunner runner, PastTables past, TableSet tables) {
        this.runner = runner;
        this.past = past;
        this.tables = tables;
    }

    TableSet tables() {
        return tables;
    }

    /** Makes other tables the current ones; evaluations that run go on with those they began with. */
    void become(TableSet others) {
        tables = others;
    }

    @Override
    public DecisionResult evaluate(DecisionId decision, Map<String, ? extends @Nullable Object> inputs) {
        TableSet.Version version = tables.versions().get(decision);
        return version == null ? unknown(decision) : runner.run(version.plan(), version.number(), inputs);
    }

    @Override
    public DecisionResult evaluate(DecisionId decision, int number, Map<String, ? extends @Nullable Object> inputs) {
        TableSet.Version version = tables.versions().get(decision);
        if (version == null || version.number() == number) {
            return evaluate(decision, inputs);
        }
        return switch (past.find(version.key(), number, decision)) {
            case PastTables.Found found -> runner.run(found.plan(), number, inputs);
            case PastTables.Missing missing -> new NotDecided(decision, false, missing.sentence());
        };
    }

    @Override
    public OptionalInt version(DecisionId decision) {
        TableSet.Version version = tables.versions().get(decision);
        return version == null ? OptionalInt.empty() : OptionalInt.of(version.number());
    }

    private NotDecided unknown(DecisionId decision) {
        return new NotDecided(
                decision,
                false,
                tables.refused().contains(decision.value())
                        ? "Expected a decision table '%s', but its file was refused and there is no earlier version."
                                .formatted(decision)
                        : "Expected a decision table '%s', but there is none.".formatted(decision));
    }
}
