package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.flowable.dmn.model.Decision;
import org.flowable.dmn.model.DecisionRule;
import org.flowable.dmn.model.DecisionTable;
import org.flowable.dmn.model.HitPolicy;
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
        Decision decision = decision();
        DecisionTable model = (DecisionTable) decision.getExpression();
        model.setHitPolicy(HitPolicy.get(document.hitPolicy()));
        List<Table.Input> inputs = model.getInputs().stream().map(this::input).toList();
        List<Table.Output> outputs =
                model.getOutputs().stream().map(this::output).toList();
        Set<String> facts = new LinkedHashSet<>();
        inputs.forEach(input -> facts.addAll(input.expression().names()));
        checkDistinct(outputs);
        model.getRules().forEach(this::rule);
        tests.values().forEach(test -> checkNames(test.expression(), facts));
        entries.values().forEach(entry -> checkNames(entry, facts));
        refuseIfFound();
        return new Table(
                id(decision),
                decision,
                facts,
                inputs,
                outputs,
                tests,
                distinctTests.size(),
                entries,
                document.annotations());
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
    private Decision decision() {
        try {
            return alone(() -> new DmnXMLConverter().convertToDmnModel(file::open, true, true))
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
        return new Table.Input(
                clause.getLabel() == null ? text : clause.getLabel(),
                type(column, expression == null ? null : expression.getTypeRef()),
                compiled(column, text, false),
                allowed(column, clause.getInputValues()));
    }

    private Table.Output output(OutputClause clause) {
        String column = "<output id=\"%s\">".formatted(clause.getId());
        String name = text(clause.getName());
        if (name.isEmpty()) {
            findings.add("expected %s to have a name, but it has none".formatted(column));
        }
        Feel.Expression allowed = allowed(column, clause.getOutputValues());
        // Flowable would read the list as Java values at each evaluation, and fail at [0..100].
        clause.setOutputValues(null);
        return new Table.Output(
                clause.getLabel() == null ? name : clause.getLabel(), name, type(column, clause.getTypeRef()), allowed);
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

    private void checkDistinct(List<Table.Output> outputs) {
        if (outputs.stream().map(Table.Output::name).distinct().count() < outputs.size()) {
            findings.add("expected each output to have a name of its own, but two share one");
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
                    .formatted(column, List.of(FeelType.values()), typeRef));
            return FeelType.STRING;
        });
    }

    private Feel.@Nullable Expression allowed(String column, @Nullable UnaryTests values) {
        String text = values == null ? "" : text(values.getText());
        return text.isEmpty() ? null : compiled("the allowed values of " + column, text, true);
    }

    private Feel.Expression compiled(String where, String text, boolean unaryTests) {
        try {
            return unaryTests ? feel.unaryTests(text) : feel.expression(text);
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
