package de.amtsfluss.decisiontables.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The order of rows by their outputs: DMN 1.3, 8.2.10, hit policies Priority and Output order.
 *
 * @param lists for each output its values from the highest priority to the lowest; empty where it has none
 */
record Priorities(List<List<Object>> lists) {

    /** Reads the priorities of a table; empty when its output values do not say any. */
    static Optional<Priorities> of(TypedTable table, Findings findings) {
        List<TableSource.Column> outputs = table.source().outputs();
        if (outputs.stream().allMatch(output -> output.allowed().isEmpty())) {
            findings.error(
                    List.of(),
                    "",
                    "Expected output values in order of priority under hit policy %s, but no output has any"
                            .formatted(table.source().hitPolicy()));
            return Optional.empty();
        }
        List<List<Object>> lists = new ArrayList<>();
        for (int column = 0; column < outputs.size(); column++) {
            TableSource.Column output = outputs.get(column);
            // The values a type allows have no order of priority, as for the engine.
            List<Object> values = output.allowed().isEmpty()
                    ? List.of()
                    : listed(table.allowedOutputs().get(column));
            if (values.isEmpty() && !output.allowed().isEmpty()) {
                findings.error(
                        List.of(),
                        output.name(),
                        "Expected output values that list each value in order of priority, but found %s"
                                .formatted(output.allowed()));
                return Optional.empty();
            }
            lists.add(values);
        }
        return Optional.of(new Priorities(lists));
    }

    /** Says whether the priority of a row is known before it is evaluated. */
    boolean known(List<Object> outputs) {
        return IntStream.range(0, lists.size())
                .noneMatch(
                        column -> !lists.get(column).isEmpty() && outputs.get(column) instanceof TypedTable.Computed);
    }

    /** Compares outputs, the highest priority first; columns to the left take precedence. */
    int compare(List<Object> outputs, List<Object> others) {
        return IntStream.range(0, lists.size())
                .map(column -> Integer.compare(
                        lists.get(column).indexOf(outputs.get(column)),
                        lists.get(column).indexOf(others.get(column))))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    /** Returns the values a set names one by one; empty when it has others. */
    private static List<Object> listed(ValueSet values) {
        return values.isListed() ? values.points().toList() : List.of();
    }
}
