package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.TableSource.Column;
import java.util.List;

/** Finds tests of inputs that name a value which is not allowed, or that no value can pass. */
final class AllowedInputsCheck {

    private final TypedTable table;
    private final Grid grid;
    private final Findings findings;

    private AllowedInputsCheck(TypedTable table, Grid grid, Findings findings) {
        this.table = table;
        this.grid = grid;
        this.findings = findings;
    }

    static void check(TypedTable table, Grid grid, Findings findings) {
        AllowedInputsCheck check = new AllowedInputsCheck(table, grid, findings);
        for (int row = 0; row < table.cells().size(); row++) {
            for (int column = 0; column < table.types().size(); column++) {
                if (table.cells().get(row).get(column) instanceof Cell.Known known) {
                    check.check(row, column, known.values());
                }
            }
        }
    }

    private void check(int row, int column, ValueSet values) {
        Column input = table.source().inputs().get(column);
        List<Integer> rows = List.of(row + 1);
        List<Object> foreign = values.points()
                .filter(value -> !table.allowed().get(column).contains(value))
                .distinct()
                .toList();
        foreign.forEach(value -> findings.error(
                rows,
                input.name(),
                "Expected only the allowed values %s, but found %s"
                        .formatted(input.allAllowed(), table.types().get(column).text(value))));
        if (foreign.isEmpty() && grid.rows().get(row).pieces().get(column).isEmpty()) {
            String test = table.source().rows().get(row).inputs().get(column);
            findings.warning(
                    rows,
                    input.name(),
                    grid.axes().get(column).piecesOf(values).isEmpty()
                            ? "Expected a value that matches %s, but there is none".formatted(test)
                            : "Expected one of the allowed values %s to match %s, but none does"
                                    .formatted(input.allAllowed(), test));
        }
    }
}
