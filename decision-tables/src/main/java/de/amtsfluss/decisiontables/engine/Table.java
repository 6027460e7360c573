package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.SentenceTemplate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.flowable.dmn.model.Decision;
import org.flowable.dmn.model.LiteralExpression;
import org.flowable.dmn.model.UnaryTests;
import org.jspecify.annotations.Nullable;

/**
 * A decision table ready to run: Flowable's model of the rows, and the compiled FEEL of each of its cells.
 *
 * @param id the decision
 * @param model the rows as Flowable runs them
 * @param facts what the table takes from outside, in the order of its columns
 * @param inputs the input columns
 * @param outputs the output columns
 * @param tests the compiled input cells that are not empty
 * @param distinctTests how many different tests there are
 * @param entries the compiled output cells
 * @param defaults for each output what it is when no row matches; empty when there is nothing
 * @param policy how rows become a result
 * @param annotations one text for each row
 * @param answer how the answer is said in German
 * @param unbounded whether a cell may take long, so that an evaluation needs a time limit
 */
record Table(
        DecisionId id,
        Decision model,
        Facts facts,
        List<Input> inputs,
        List<Output> outputs,
        IdentityHashMap<UnaryTests, Test> tests,
        int distinctTests,
        IdentityHashMap<LiteralExpression, Feel.Expression> entries,
        List<Feel.Expression> defaults,
        Policy policy,
        List<String> annotations,
        SentenceTemplate answer,
        boolean unbounded)
        implements Logic {

    @Override
    public DecisionResult decide(int version, Map<String, ? extends @Nullable Object> given) {
        return TableRows.decide(this, version, given);
    }

    /**
     * An input column.
     *
     * @param label what the office calls it
     * @param expression what it computes
     * @param allowed the allowed values, if any
     */
    record Input(String label, FeelType type, Feel.Expression expression, Feel.@Nullable Expression allowed) {}

    /**
     * An output column.
     *
     * @param label what the office calls it
     * @param name what it is called in the result
     * @param allowed the allowed values, if any
     * @param priorities the allowed values from the highest priority to the lowest; empty where there is no priority
     */
    record Output(
            String label, String name, FeelType type, Feel.@Nullable Expression allowed, List<Object> priorities) {}

    /**
     * The test of an input cell; equal cells of a column share one.
     *
     * @param number counts the different tests of the table from 0
     * @param column counts the input columns from 0
     */
    record Test(int number, int column, Feel.Expression expression) {}
}
