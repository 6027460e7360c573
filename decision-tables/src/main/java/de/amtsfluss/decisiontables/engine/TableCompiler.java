package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.SentenceTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flowable.dmn.model.Decision;
import org.flowable.dmn.model.DecisionRule;
import org.flowable.dmn.model.DecisionTable;
import org.flowable.dmn.model.InputClause;
import org.flowable.dmn.model.LiteralExpression;
import org.flowable.dmn.model.OutputClause;
import org.flowable.dmn.model.RuleOutputClauseContainer;
import org.flowable.dmn.model.UnaryTests;
import org.flowable.dmn.xml.converter.DmnXMLConverter;
import org.flowable.dmn.xml.exception.DmnXMLException;
import org.jspecify.annotations.Nullable;

/** Makes a table out of one DMN file, or finds all that is wrong with it. */
final class TableCompiler {

    private final Feel feel;
    private final TableFile file;
    private final List<String> findings = new ArrayList<>();
    private final IdentityHashMap<UnaryTests, Table.Test> tests = new IdentityHashMap<>();
    private final Map<String, Table.Test> distinctTests = new HashMap<>();
    private final IdentityHashMap<LiteralExpression, Feel.Expression> entries = new IdentityHashMap<>();

    private boolean unbounded;

    private TableCompiler(Feel feel, TableFile file) {
        this.feel = feel;
        this.file = file;
    }

    /**
     * Compiles a file.
     *
     * @throws RefusedTableException with all findings, when the file cannot be run as it stands
     */
    static Table compile(Feel feel, TableFile file) {
        return new TableCompiler(feel, file).compile();
    }

    private Table compile() {
        DmnDocument document = DmnDocument.read(file);
        findings.addAll(document.findings());
        refuseIfFound();
        Decision decision = decision(document.model());
        DecisionTable model = (DecisionTable) decision.getExpression();
        model.setHitPolicy(document.policy().flowables());
        List<Table.Input> inputs = model.getInputs().stream().map(this::input).toList();
        List<Table.Output> outputs = outputs(model, document.policy());
        List<Feel.Expression> defaults = defaults(document);
        model.getRules().forEach(this::rule);
        checkNames(facts(inputs), defaults);
        SentenceTemplate answer = answer(document, outputs);
        checkSentences(answer, document.annotations(), facts(inputs), outputs);
        refuseIfFound();
        return new Table(
                id(decision),
                decision,
                facts(inputs),
                inputs,
                outputs,
                tests,
                distinctTests.size(),
                entries,
                defaults,
                document.policy(),
                document.annotations(),
                answer,
                unbounded);
    }

    private List<Table.Output> outputs(DecisionTable model, Policy policy) {
        List<Table.Output> outputs = model.getOutputs().stream()
                .map(output -> output(output, policy))
                .toList();
        checkOutputs(outputs, policy);
        return outputs;
    }

    private List<Feel.Expression> defaults(DmnDocument document) {
        return document.defaults().stream()
                .map(text -> compiled("the default output entries", text, false))
                .toList();
    }

    /** A table that does not say its answer gives it by the labels of its columns. */
    private static SentenceTemplate answer(DmnDocument document, List<Table.Output> outputs) {
        return new SentenceTemplate(
                document.answer().isEmpty()
                        ? outputs.stream()
                                .map(output -> "%s: {%s}".formatted(output.label(), output.name()))
                                .collect(Collectors.joining("; "))
                        : document.answer());
    }

    private void checkSentences(
            SentenceTemplate answer, List<String> annotations, Set<String> facts, List<Table.Output> outputs) {
        Set<String> known = new LinkedHashSet<>(facts);
        outputs.forEach(output -> known.add(output.name()));
        Stream.concat(Stream.of(answer), annotations.stream().map(SentenceTemplate::new))
                .flatMap(template -> template.names().stream())
                .distinct()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        findings.add("expected the allowed answers and annotations to name only %s, but found '{%s}'"
                                .formatted(known, name)));
    }

    private static Set<String> facts(List<Table.Input> inputs) {
        Set<String> facts = new LinkedHashSet<>();
        inputs.forEach(input -> facts.addAll(input.expression().names()));
        return facts;
    }

    private void checkNames(Set<String> facts, List<Feel.Expression> defaults) {
        tests.values().forEach(test -> checkNames(test.expression(), facts));
        entries.values().forEach(entry -> checkNames(entry, facts));
        defaults.forEach(entry -> checkNames(entry, facts));
    }

    /**
     * Lets one thread at a time read DMN with Flowable, whose converter counts rows and columns in static fields.
     *
     * @param reading what reads
     */
    static synchronized <T> T alone(Supplier<T> reading) {
        return reading.get();
    }

    /** Checks against the schema of the standard and reads the rows. */
    private Decision decision(TableFile document) {
        try {
            return alone(() -> new DmnXMLConverter().convertToDmnModel(document::open, true, true))
                    .getDecisions()
                    .getFirst();
        } catch (DmnXMLException e) {
            throw new RefusedTableException(
                    file.name(), List.of("expected it to follow the schema of DMN 1.3, but: " + e.getMessage()));
        }
    }

    private DecisionId id(Decision decision) {
        try {
            return new DecisionId(decision.getId());
        } catch (IllegalArgumentException e) {
            throw new RefusedTableException(file.name(), List.of(String.valueOf(e.getMessage())));
        }
    }

    private Table.Input input(InputClause clause) {
        LiteralExpression expression = clause.getInputExpression();
        String text = expression == null ? "" : text(expression.getText());
        String column = "<input id=\"%s\">".formatted(clause.getId());
        FeelType type = type(column, expression == null ? null : expression.getTypeRef());
        unbounded |= type.mayBeLarge();
        return new Table.Input(
                clause.getLabel() == null ? text : clause.getLabel(),
                type,
                compiled(column, text, false),
                allowed(column, clause.getInputValues()));
    }

    private Table.Output output(OutputClause clause, Policy policy) {
        String column = "<output id=\"%s\">".formatted(clause.getId());
        String name = text(clause.getName());
        if (name.isEmpty()) {
            findings.add("expected %s to have a name, but it has none".formatted(column));
        }
        FeelType type = type(column, clause.getTypeRef());
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
            Feel.Outcome outcome = feel.expression("[" + values + "]").evaluate(Map.of());
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
            entries.put(container.getOutputEntry(), compiled(where, text, false));
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
                            key -> new Table.Test(distinctTests.size(), column, compiled(where, text, true))));
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
        if (policy.needsNumbers() && outputs.getFirst().type() != FeelType.Basic.NUMBER) {
            findings.add("expected an output of the type number under hit policy %s, but found %s"
                    .formatted(policy, outputs.getFirst().type()));
        }
    }

    private void checkNames(Feel.Expression cell, Set<String> facts) {
        cell.names().stream()
                .filter(name -> !facts.contains(name))
                .map(name -> "expected the cell %s to use only the inputs %s, but it names '%s'"
                        .formatted(cell.text(), facts, name))
                .filter(finding -> !findings.contains(finding))
                .forEach(findings::add);
    }

    private FeelType type(String column, @Nullable String typeRef) {
        return FeelType.of(typeRef).orElseGet(() -> {
            findings.add("expected %s to have one of the types %s, but found '%s'"
                    .formatted(column, FeelType.names(), typeRef));
            return FeelType.Basic.STRING;
        });
    }

    private Feel.@Nullable Expression allowed(String column, @Nullable UnaryTests values) {
        String text = values == null ? "" : text(values.getText());
        return text.isEmpty() ? null : compiled("the allowed values of " + column, text, true);
    }

    private Feel.Expression compiled(String where, String text, boolean unaryTests) {
        try {
            Feel.Expression expression = unaryTests ? feel.unaryTests(text) : feel.expression(text);
            expression
                    .effort()
                    .refusals()
                    .forEach(refusal -> findings.add("expected in %s %s".formatted(where, refusal)));
            unbounded |= expression.effort().unbounded();
            return expression;
        } catch (Feel.InvalidFeelException e) {
            findings.add("expected FEEL in %s, but '%s' is none: %s".formatted(where, text, e.getMessage()));
            return feel.nothing();
        }
    }

    private void refuseIfFound() {
        if (!findings.isEmpty()) {
            throw new RefusedTableException(file.name(), findings);
        }
    }
}
