package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.RuleHit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.flowable.dmn.model.DecisionRule;
import org.flowable.dmn.model.LiteralExpression;
import org.flowable.dmn.model.RuleInputClauseContainer;
import org.flowable.dmn.model.UnaryTests;
import org.jspecify.annotations.Nullable;

/**
 * One run of a table by one thread: the inputs, what became of the cells so far, and what went wrong.
 *
 * <p>Problems are collected and not thrown, because Flowable would write a stack trace into the log for each.
 */
final class Evaluation {

    private final Table table;
    private final int version;
    private final Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    private final @Nullable Object[] inputs;
    private final @Nullable Boolean[] testResults;
    private final List<Integer> hits = new ArrayList<>(1);
    private final Problems problems;
    private int row;

    private Evaluation(Table table, int version) {
        this.table = table;
        this.version = version;
        this.problems = new Problems("table", table.id(), version);
        this.inputs = new @Nullable Object[table.inputs().size()];
        this.testResults = new @Nullable Boolean[table.distinctTests()];
    }

    /** Takes the inputs of a table, and notes what is missing, of a wrong type or not allowed. */
    static Evaluation of(Table table, int version, Map<String, ? extends @Nullable Object> given) {
        Evaluation evaluation = new Evaluation(table, version);
        table.facts().take(given, evaluation.facts, evaluation.problems);
        for (int column = 0; column < evaluation.inputs.length && !evaluation.failed(); column++) {
            evaluation.takeInput(column);
        }
        return evaluation;
    }

    private void takeInput(int column) {
        Table.Input input = table.inputs().get(column);
        String name = input.expression().name();
        Object given = name != null
                ? facts.get(name)
                : value(input.expression().evaluate(facts, functions()), "input '%s'".formatted(input.label()));
        Object value = given == null
                ? null
                : name != null ? read(input, name, given) : input.type().convert(given);
        if (failed()) {
            return;
        }
        if (value == null && (given != null || !input.type().admitsNull())) {
            problems.add(
                    "Expected %s to get a %s as input '%s', but got '%s'.",
                    input.type(), input.label(), Problems.shortened(given));
        } else if (input.allowed() != null && !allows(input.allowed(), value, "the allowed values of its inputs")) {
            problems.add(
                    "Expected %s to get one of %s as input '%s', but got '%s'.",
                    input.allowed().text(), input.label(), Problems.shortened(given));
        }
        inputs[column] = value;
    }

    /** A text that is read as a day or time is one for the other cells too. */
    private @Nullable Object read(Table.Input input, String name, Object given) {
        Object value = input.type().read(given);
        if (given instanceof String && value != null) {
            facts.put(name, value);
        }
        return value;
    }

    private Functions functions() {
        return table.facts().functions();
    }

    /** Says whether an input cell matches; each different cell of a column is asked once. */
    boolean matches(UnaryTests cell) {
        if (failed()) {
            return false;
        }
        Table.Test test = Objects.requireNonNull(table.tests().get(cell));
        Boolean known = testResults[test.number()];
        if (known == null) {
            known = passes(test.expression(), inputs[test.column()], "row " + row);
            testResults[test.number()] = known;
        }
        return known;
    }

    /**
     * Says whether a row does not match, as far as that can be said without FEEL's interpreter: when a comparison with
     * literals refuses it, and all cells before are such comparisons too.
     */
    boolean refuses(DecisionRule rule) {
        List<RuleInputClauseContainer> cells = rule.getInputEntries();
        for (int column = 0; column < inputs.length && !failed(); column++) {
            Table.Test test = table.tests().get(cells.get(column).getInputEntry());
            Boolean passes = test == null ? Boolean.TRUE : compared(test);
            if (passes == null || !passes) {
                return passes != null;
            }
        }
        return false;
    }

    private @Nullable Boolean compared(Table.Test test) {
        Boolean known = testResults[test.number()];
        if (known == null) {
            known = test.expression().passes(inputs[test.column()]);
            testResults[test.number()] = known;
        }
        return known;
    }

    /** Notes which row is being looked at. */
    void enterRow(int number) {
        row = number;
    }

    /** Notes that the row matched. */
    void hit() {
        hits.add(row);
    }

    List<Integer> hits() {
        return hits;
    }

    /** Computes an output cell; null when that failed. */
    @Nullable
    Object output(LiteralExpression cell, int column, int row) {
        if (failed()) {
            return null;
        }
        Feel.Expression entry = Objects.requireNonNull(table.entries().get(cell));
        return output(
                entry,
                column,
                "row " + row + ", output '" + table.outputs().get(column).name() + "'");
    }

    private @Nullable Object output(Feel.Expression entry, int column, String where) {
        Table.Output output = table.outputs().get(column);
        Object computed = value(entry.evaluate(facts, functions()), where);
        Object value = computed == null ? null : output.type().convert(computed);
        if (!failed() && value == null) {
            problems.add(
                    "Expected %s to give a %s in %s, but got '%s'.",
                    output.type(), where, Problems.shortened(computed));
        } else if (value != null && output.allowed() != null && !allows(output.allowed(), value, where)) {
            problems.add(
                    "Expected %s to give one of %s in %s, but got '%s'.",
                    output.allowed().text(), where, Problems.shortened(value));
        }
        return value;
    }

    /** DMN 1.3, 8.3.3: the default output entries are selected when no rule matches. */
    private Map<String, Object> defaults() {
        Map<String, Object> defaults = new HashMap<>();
        for (int column = 0; column < table.defaults().size() && !failed(); column++) {
            String name = table.outputs().get(column).name();
            Object value = output(table.defaults().get(column), column, "the default of output '%s'".formatted(name));
            if (value != null) {
                defaults.put(name, value);
            }
        }
        return defaults;
    }

    boolean failed() {
        return problems.any();
    }

    /**
     * Sums up.
     *
     * @param results the rows of outputs as the hit policy composed them
     * @param violation whether the hit policy was violated
     */
    DecisionResult result(List<Map<String, Object>> results, boolean violation) {
        if (!failed() && none() && !table.policy().takesNone()) {
            problems.add("Expected a row of %s to match, but none does for %s.", facts.keySet());
        }
        if (!failed() && violation) {
            problems.add("Expected %s to decide by hit policy %s, but rows %s match.", table.policy(), hits);
        }
        List<Map<String, Object>> outputs = failed() || !hits.isEmpty() || none() ? results : List.of(defaults());
        return failed() ? notDecided() : decided(outputs);
    }

    private Decided decided(List<Map<String, Object>> outputs) {
        List<Integer> rows = hits;
        List<Map<String, Object>> composed = outputs;
        if ((!hits.isEmpty() || none())
                && (table.policy().ordered() || table.policy().aggregates())) {
            List<Policy.Row> result = table.policy().compose(table.outputs(), matched(outputs));
            composed = result.stream().map(Policy.Row::outputs).toList();
            rows = table.policy().ordered()
                    ? result.stream().map(Policy.Row::number).toList()
                    : hits;
        }
        return new Decided(
                table.id(),
                version,
                composed.stream().map(this::inColumnOrder).toList(),
                rows.stream()
                        .map(row -> new RuleHit(row, table.annotations().get(row - 1)))
                        .toList(),
                Collections.unmodifiableMap(facts),
                table.answer(),
                List.of(),
                table.policy().givesRows() && (!hits.isEmpty() || none()));
    }

    /** Says whether nothing decides: no row, and no default output entries. */
    private boolean none() {
        return hits.isEmpty() && table.defaults().isEmpty();
    }

    private List<Policy.Row> matched(List<Map<String, Object>> outputs) {
        return IntStream.range(0, hits.size())
                .mapToObj(hit -> new Policy.Row(hits.get(hit), outputs.get(hit)))
                .toList();
    }

    NotDecided notDecided() {
        return problems.notDecided();
    }

    private Map<String, Object> inColumnOrder(Map<String, Object> result) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        table.outputs()
                .forEach(output -> ordered.put(output.name(), Objects.requireNonNull(result.get(output.name()))));
        return Collections.unmodifiableMap(ordered);
    }

    /** The allowed values of a list are those of its elements, as DMN 1.3, 7.3.2 has it for item definitions. */
    private boolean allows(Feel.Expression allowed, @Nullable Object value, String where) {
        return value instanceof List<?> list
                ? list.stream().allMatch(element -> passes(allowed, element, where))
                : passes(allowed, value, where);
    }

    private boolean passes(Feel.Expression tests, @Nullable Object input, String where) {
        Object result = value(tests.test(input, facts, functions()), where);
        if (!failed() && !(result instanceof Boolean)) {
            problems.add("Expected %s to test true or false with %s in %s, but got '%s'.", tests.text(), where, result);
        }
        return Boolean.TRUE.equals(result);
    }

    private @Nullable Object value(Feel.Outcome outcome, String where) {
        if (outcome.problem() != null) {
            problems.add("Expected %s to evaluate %s, but FEEL says: %s.", where, outcome.problem());
        }
        return outcome.value();
    }

    /** Flowable copies the text of each variable at each evaluation, so it is a constant. */
    @Override
    public String toString() {
        return "evaluation";
    }
}
