package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.SentenceTemplate;
import de.amtsfluss.decisiontables.names.KnownNames;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.flowable.dmn.model.Decision;
import org.flowable.dmn.model.DecisionRule;
import org.flowable.dmn.model.DecisionTable;
import org.flowable.dmn.model.InputClause;
import org.flowable.dmn.model.LiteralExpression;
import org.flowable.dmn.model.OutputClause;
import org.flowable.dmn.model.RuleOutputClauseContainer;
import org.flowable.dmn.model.UnaryTests;
import org.flowable.dmn.xml.converter.DmnXMLConverter;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Makes a table out of a {@code <decisionTable>}, or finds all that is wrong with it. */
final class TableCompiler {

    private final FileFeel feel;
    private final List<String> findings;
    private final String unnamed;
    private final Uses uses;
    private final IdentityHashMap<UnaryTests, Table.Test> tests = new IdentityHashMap<>();
    private final Map<String, Table.Test> distinctTests = new HashMap<>();
    private final IdentityHashMap<LiteralExpression, Feel.Expression> entries = new IdentityHashMap<>();

    private boolean unbounded;

    private TableCompiler(FileFeel feel, Scope scope, String unnamed) {
        this.feel = feel;
        this.findings = feel.findings();
        this.unnamed = unnamed;
        this.uses = new Uses(scope, findings);
    }

    /**
     * Compiles a table.
     *
     * @param scope what its cells may name
     * @param id what to call it
     * @param unnamed what to call a single output that has no name, as it needs none (DMN 1.3, 8.2.6)
     * @param written how the answer is said in German; empty to say it by the labels of the columns
     * @return the table; empty when there are findings
     */
    static Optional<Table> compile(
            FileFeel feel, Scope scope, Element table, DecisionId id, String unnamed, String written) {
        TableElement element = TableElement.of(table, id.value(), feel.findings());
        return feel.findings().isEmpty()
                ? new TableCompiler(feel, scope, unnamed).compile(element, id, written)
                : Optional.empty();
    }

    private Optional<Table> compile(TableElement element, DecisionId id, String written) {
        Decision decision = decision(element.model());
        DecisionTable model = (DecisionTable) decision.getExpression();
        model.setHitPolicy(element.policy().flowables());
        List<Table.Input> inputs = model.getInputs().stream().map(this::input).toList();
        List<Table.Output> outputs = outputs(model, element.policy());
        List<Feel.Expression> defaults = defaults(element);
        model.getRules().forEach(this::rule);
        inputs.forEach(input -> uses.take(input.expression()));
        tests.values().forEach(test -> uses.takeCell(test.expression()));
        entries.values().forEach(uses::takeCell);
        defaults.forEach(uses::takeCell);
        Sentences sentences = new Sentences(uses.needed().keySet(), outputs, findings);
        SentenceTemplate answer = sentences.answer(written);
        sentences.check(answer, element.annotations());
        return findings.isEmpty()
                ? Optional.of(new Table(
                        id,
                        decision,
                        uses.facts(),
                        inputs,
                        outputs,
                        tests,
                        distinctTests.size(),
                        entries,
                        defaults,
                        element.policy(),
                        element.annotations(),
                        answer,
                        unbounded || uses.unbounded()))
                : Optional.empty();
    }

    private List<Table.Output> outputs(DecisionTable model, Policy policy) {
        List<Table.Output> outputs = model.getOutputs().stream()
                .map(output -> output(output, policy, model.getOutputs().size() == 1 ? unnamed : ""))
                .toList();
        checkOutputs(outputs, policy);
        return outputs;
    }

    private List<Feel.Expression> defaults(TableElement element) {
        return element.defaults().stream()
                .map(text -> expression("the default output entries", text))
                .toList();
    }

    /**
     * Lets one thread at a time read DMN with Flowable, whose converter counts rows and columns in static fields.
     *
     * @param reading what reads
     */
    static synchronized <T> T alone(Supplier<T> reading) {
        return reading.get();
    }

    private static Decision decision(TableFile model) {
        return alone(() -> new DmnXMLConverter().convertToDmnModel(model::open, false, true))
                .getDecisions()
                .getFirst();
    }

    private Table.Input input(InputClause clause) {
        LiteralExpression expression = clause.getInputExpression();
        String text = expression == null ? "" : text(expression.getText());
        String column = "<input id=\"%s\">".formatted(clause.getId());
        Feel.Expression compiled = expression(column, text);
        FeelType type = feel.typeOrAny(column, expression == null ? "" : text(expression.getTypeRef()));
        unbounded |= type.mayBeLarge();
        return new Table.Input(
                clause.getLabel() == null ? text : clause.getLabel(),
                type,
                compiled,
                allowed(column, clause.getInputValues()));
    }

    private Table.Output output(OutputClause clause, Policy policy, String unnamed) {
        String column = "<output id=\"%s\">".formatted(clause.getId());
        String written = KnownNames.canonical(text(clause.getName()));
        String name = written.isEmpty() ? unnamed : written;
        clause.setName(name);
        if (name.isEmpty()) {
            findings.add("expected %s to have a name, but it has none".formatted(column));
        }
        String typeRef = text(clause.getTypeRef());
        FeelType type =
                typeRef.isEmpty() && policy.needsNumbers() ? FeelType.Basic.NUMBER : feel.typeOrAny(column, typeRef);
        Feel.Expression allowed = allowed(column, clause.getOutputValues());
        List<Object> priorities =
                policy.ordered() && allowed != null ? priorities(column, type, allowed.text()) : List.of();
        // Flowable would read the list as Java values at each evaluation, and fail at [0..100].
        clause.setOutputValues(null);
        return new Table.Output(clause.getLabel() == null ? name : clause.getLabel(), name, type, allowed, priorities);
    }

    /** DMN 1.3, 8.2.10: the list of output values gives the priorities, in decreasing order. */
    private List<Object> priorities(String column, FeelType type, String values) {
        try {
            Feel.Outcome outcome = feel.feel().expression("[" + values + "]").evaluate(Map.of(), Functions.NONE);
            Object list = outcome.value() == null ? null : new FeelType.ListOf(type).convert(outcome.value());
            if (list instanceof List<?> priorities) {
                return List.copyOf(priorities);
            }
        } catch (Feel.InvalidFeelException e) {
            // Unary tests such as "< 5", which the finding is about too.
        }
        findings.add("expected the output values of %s to list each value in order of priority, but found %s"
                .formatted(column, values));
        return List.of();
    }

    private void rule(DecisionRule rule) {
        for (int column = 0; column < rule.getInputEntries().size(); column++) {
            test(rule.getInputEntries().get(column).getInputEntry(), column, rule.getRuleNumber());
        }
        for (RuleOutputClauseContainer container : rule.getOutputEntries()) {
            String text = text(container.getOutputEntry().getText());
            String where = "row %d, output '%s'"
                    .formatted(rule.getRuleNumber(), container.getOutputClause().getName());
            entries.put(container.getOutputEntry(), expression(where, text));
        }
    }

    private void test(UnaryTests cell, int column, int row) {
        String text = text(cell.getText());
        // Flowable takes exactly these two for "any value", without asking us.
        cell.setText(text);
        if (!text.isEmpty() && !"-".equals(text)) {
            String where = "row %d, input %d".formatted(row, column + 1);
            tests.put(
                    cell,
                    distinctTests.computeIfAbsent(
                            column + " " + text,
                            key -> new Table.Test(distinctTests.size(), column, unaryTests(where, text))));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private void checkOutputs(List<Table.Output> outputs, Policy policy) {
        if (outputs.stream().map(Table.Output::name).distinct().count() < outputs.size()) {
            findings.add("expected each output to have a name of its own, but two share one");
        }
        if (policy.ordered() && outputs.stream().allMatch(output -> output.allowed() == null)) {
            findings.add("expected output values in order of priority under hit policy %s, but no output has any"
                    .formatted(policy));
        }
        // DMN 1.3, 8.2.10: the operators of Collect are undefined over several outputs.
        if (policy.aggregates() && outputs.size() > 1) {
            findings.add("expected one output under hit policy %s, but found %d".formatted(policy, outputs.size()));
        }
        if (policy.needsNumbers() && !outputs.getFirst().type().isNumber()) {
            findings.add("expected an output of the type number under hit policy %s, but found %s"
                    .formatted(policy, outputs.getFirst().type()));
        }
    }

    private Feel.@Nullable Expression allowed(String column, @Nullable UnaryTests values) {
        String text = values == null ? "" : text(values.getText());
        return text.isEmpty() ? null : unaryTests("the allowed values of " + column, text);
    }

    private Feel.Expression expression(String where, String text) {
        return weighed(feel.expression(where, text));
    }

    private Feel.Expression unaryTests(String where, String text) {
        return weighed(feel.unaryTests(where, text));
    }

    private Feel.Expression weighed(Feel.Expression expression) {
        unbounded |= expression.effort().unbounded();
        return expression;
    }
}
