package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.Grid.Box;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds rows that say the same as an earlier one. */
final class DuplicateCheck {

    private DuplicateCheck() {}

    /** Returns the rows that do not repeat an earlier one, and can match at all. */
    static List<Box> check(TypedTable table, Grid grid, Findings findings) {
        Map<List<Object>, Integer> first = new HashMap<>();
        List<Box> others = new ArrayList<>();
        for (Box row : grid.rows()) {
            if (row.isEmpty()) {
                continue;
            }
            Integer earlier = first.putIfAbsent(meaning(table, row), row.number());
            if (earlier == null) {
                others.add(row);
            } else {
                findings.warning(
                        List.of(earlier, row.number()),
                        "",
                        "Expected each row to differ from all others, but inputs and outputs are equal");
            }
        }
        return others;
    }

    private static List<Object> meaning(TypedTable table, Box row) {
        List<Object> meaning = new ArrayList<>(table.outputs().get(row.number() - 1));
        for (int column = 0; column < row.pieces().size(); column++) {
            BitSet pieces = row.pieces().get(column);
            boolean known = table.cells().get(row.number() - 1).get(column) instanceof Cell.Known;
            meaning.add(
                    known
                            ? pieces
                            : table.source()
                                    .rows()
                                    .get(row.number() - 1)
                                    .inputs()
                                    .get(column));
        }
        return meaning;
    }
}
