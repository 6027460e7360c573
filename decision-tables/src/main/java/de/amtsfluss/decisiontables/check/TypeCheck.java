package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.TableSource.Column;
import de.amtsfluss.decisiontables.check.TableSource.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.feel.api.ParseResult;

/** Reads columns and cells, and finds what is not of the type or the allowed values of its column. */
final class TypeCheck {

    private static final ValueSet ALL = new ValueSet.All();

    private final TableFeel feel;
    private final TableSource source;
    private final Findings findings;
    private boolean allowedKnown = true;

    private TypeCheck(TableFeel feel, TableSource source, Findings findings) {
        this.feel = feel;
        this.source = source;
        this.findings = findings;
    }

    /** Reads a table; empty when its columns are so wrong that its cells cannot be compared. */
    static Optional<TypedTable> of(TableFeel feel, TableSource source, Findings findings) {
        return new TypeCheck(feel, source, findings).typed();
    }

    private Optional<TypedTable> typed() {
        List<ColumnType> inputs = types(source.inputs());
        List<ColumnType> outputs = types(source.outputs());
        source.rows().forEach(this::checkShape);
        if (!findings.all().isEmpty()) {
            return Optional.empty();
        }
        List<ValueSet> allowedInputs = allowed(source.inputs(), inputs);
        boolean comparable = Independence.holds(feel, source, findings) && allowedKnown;
        List<ValueSet> allowedOutputs = allowed(source.outputs(), outputs);
        List<List<Cell>> cells = new ArrayList<>();
        List<List<Object>> results = new ArrayList<>();
        for (Row row : source.rows()) {
            cells.add(IntStream.range(0, inputs.size())
                    .mapToObj(column -> cell(row, column, inputs.get(column)))
                    .toList());
            results.add(results(row, outputs, allowedOutputs));
        }
        defaults(outputs, allowedOutputs);
        return Optional.of(new TypedTable(source, inputs, allowedInputs, cells, results, allowedOutputs, comparable));
    }

    private List<Object> results(Row row, List<ColumnType> types, List<ValueSet> allowed) {
        return IntStream.range(0, types.size())
                .mapToObj(column -> output(
                        List.of(row.number()),
                        source.outputs().get(column),
                        row.outputs().get(column),
                        types.get(column),
                        allowed.get(column)))
                .toList();
    }

    private List<ColumnType> types(List<Column> columns) {
        return columns.stream().map(this::type).toList();
    }

    private ColumnType type(Column column) {
        if (column.type() != null) {
            return ColumnType.of(column.type());
        }
        findings.error(
                List.of(),
                column.name(),
                "Expected one of the types %s, but found '%s'".formatted(source.types(), column.typeRef()));
        return ColumnType.STRING;
    }

    private void checkShape(Row row) {
        int inputs = source.inputs().size();
        int outputs = source.outputs().size();
        if (row.inputs().size() != inputs || row.outputs().size() != outputs) {
            findings.error(
                    List.of(row.number()),
                    "",
                    "Expected %d inputs and %d outputs, but found %d and %d"
                            .formatted(
                                    inputs,
                                    outputs,
                                    row.inputs().size(),
                                    row.outputs().size()));
        }
    }

    private List<ValueSet> allowed(List<Column> columns, List<ColumnType> types) {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> allowed(columns.get(column), types.get(column)))
                .toList();
    }

    private ValueSet allowed(Column column, ColumnType type) {
        List<ValueSet> sets = column.restrictions().stream()
                .map(tests -> allowed(column, type, tests))
                .toList();
        return sets.isEmpty() ? ALL : ValueSet.all(sets);
    }

    private ValueSet allowed(Column column, ColumnType type, String tests) {
        return switch (CellReader.read(feel, type, tests)) {
            case Cell.Known known -> known.values();
            case Cell.Wrong wrong -> {
                allowedKnown = false;
                wrong.sentences().forEach(sentence -> wrongAllowed(column, sentence));
                yield ALL;
            }
            case Cell.Unknown unknown -> {
                if (type != ColumnType.OTHER) {
                    allowedKnown = false;
                    findings.note(
                            List.of(),
                            column.name(),
                            "Expected allowed values that compare with literals, but %s does not: they are not checked"
                                    .formatted(tests));
                }
                yield ALL;
            }
        };
    }

    private void wrongAllowed(Column column, String sentence) {
        findings.error(List.of(), column.name(), sentence + ", in the allowed values");
    }

    private Cell cell(Row row, int column, ColumnType type) {
        String text = row.inputs().get(column);
        String name = source.inputs().get(column).name();
        Cell cell = CellReader.read(feel, type, text);
        if (cell instanceof Cell.Wrong wrong) {
            wrong.sentences().forEach(sentence -> findings.error(List.of(row.number()), name, sentence));
        }
        if (cell instanceof Cell.Unknown) {
            findings.note(
                    List.of(row.number()),
                    name,
                    ("Expected a test that compares with literals, but %s does not:"
                                    + " gaps and overlaps of this row are not checked")
                            .formatted(text));
        }
        return cell;
    }

    /** DMN 1.3, 8.3.3: a default output entry is selected when no row matches. */
    private void defaults(List<ColumnType> types, List<ValueSet> allowed) {
        List<Column> without = source.outputs().stream()
                .filter(output -> output.defaultEntry().isEmpty())
                .toList();
        if (without.size() == source.outputs().size()) {
            return;
        }
        without.forEach(output -> findings.error(
                List.of(),
                output.name(),
                "Expected a default output entry, as other outputs have one, but there is none"));
        for (int column = 0; column < types.size(); column++) {
            Column output = source.outputs().get(column);
            if (!output.defaultEntry().isEmpty()) {
                output(List.of(), output, output.defaultEntry(), types.get(column), allowed.get(column));
            }
        }
    }

    private Object output(List<Integer> row, Column output, String text, ColumnType type, ValueSet allowed) {
        ParseResult parsed = feel.expression(text);
        if (parsed.isFailure()) {
            wrongOutput(row, output, TableFeel.refusal(text, parsed));
            return new TypedTable.Computed(text);
        }
        Literal literal = Literal.of(parsed.parsedExpression().expression());
        Object value = literal == null ? null : type.coordinate(literal);
        if (literal != null && value == null && type != ColumnType.OTHER) {
            wrongOutput(row, output, "Expected a value of the type %s, but found %s".formatted(type, literal));
        }
        if (value != null && !allowed.contains(value)) {
            String values = output.allAllowed();
            wrongOutput(row, output, "Expected one of the allowed values %s, but found %s".formatted(values, literal));
        }
        return value == null ? new TypedTable.Computed(text) : value;
    }

    private void wrongOutput(List<Integer> row, Column output, String sentence) {
        findings.error(row, output.name(), sentence);
    }
}
