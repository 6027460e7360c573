package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.Grid.Box;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds pairs of rows that match the same input where the hit policy does not permit it. */
final class OverlapCheck {

    private static final int LISTED = 20;

    private final TypedTable table;
    private final Grid grid;
    private final Budget budget;
    private final Findings findings;
    private final @Nullable Priorities priorities;
    private int found;

    private OverlapCheck(
            TypedTable table, Grid grid, @Nullable Priorities priorities, Budget budget, Findings findings) {
        this.table = table;
        this.grid = grid;
        this.priorities = priorities;
        this.budget = budget;
        this.findings = findings;
    }

    /** Compares rows whose tests are all known. */
    static void check(TypedTable table, Grid grid, List<Box> rows, Budget budget, Findings findings) {
        new OverlapCheck(table, grid, null, budget, findings).compareAll(rows);
    }

    /** Compares rows of the same priority, of which the standard does not say which decides. */
    static void checkTies(
            TypedTable table, Grid grid, List<Box> rows, Priorities priorities, Budget budget, Findings findings) {
        new OverlapCheck(table, grid, priorities, budget, findings).compareAll(rows);
    }

    private void compareAll(List<Box> rows) {
        List<Box> known = rows.stream().filter(Box::known).toList();
        for (int one = 0; one < known.size(); one++) {
            for (int other = one + 1; other < known.size() && goesOn(); other++) {
                compare(known.get(one), known.get(other));
            }
        }
        if (found > LISTED) {
            findings.note(List.of(), "", "Expected to list all overlaps, but there are more than %d".formatted(LISTED));
        }
        if (budget.exhausted()) {
            findings.note(
                    List.of(),
                    "",
                    "Expected to look everywhere for overlaps, but the table is too large: there may be more");
        }
    }

    private boolean goesOn() {
        return found <= LISTED && !budget.exhausted();
    }

    private void compare(Box one, Box other) {
        List<Object> outputs = table.outputs().get(one.number() - 1);
        List<Object> others = table.outputs().get(other.number() - 1);
        boolean unique = table.source().hitPolicy().equals("UNIQUE");
        boolean ranked = priorities != null && priorities.compare(outputs, others) != 0;
        if (ranked || !intersect(one, other) || (!unique && outputs.equals(others))) {
            return;
        }
        found++;
        if (found > LISTED) {
            return;
        }
        String example = grid.text(IntStream.range(0, grid.axes().size())
                .map(column -> common(one, other, column).nextSetBit(0))
                .toArray());
        report(List.of(one.number(), other.number()), example, unique, differForSure(outputs, others));
    }

    private void report(List<Integer> rows, String example, boolean unique, boolean differ) {
        if (unique) {
            findings.warning(
                    rows, "", "Expected one row at most to match an input, but both match %s".formatted(example));
        } else if (differ) {
            findings.warning(
                    rows,
                    "",
                    "Expected rows that match the same input%s to give the same outputs, but both match %s and differ"
                            .formatted(priorities == null ? "" : " with the same priority", example));
        } else {
            findings.note(
                    rows,
                    "",
                    ("Expected outputs that can be compared, but they are computed:"
                                    + " whether they agree for %s is not checked")
                            .formatted(example));
        }
    }

    private boolean intersect(Box one, Box other) {
        for (int column = 0; column < grid.axes().size(); column++) {
            budget.spend(1);
            if (!one.pieces().get(column).intersects(other.pieces().get(column))) {
                return false;
            }
        }
        return true;
    }

    private static BitSet common(Box one, Box other, int column) {
        BitSet common = (BitSet) one.pieces().get(column).clone();
        common.and(other.pieces().get(column));
        return common;
    }

    private static boolean differForSure(List<Object> one, List<Object> other) {
        return IntStream.range(0, one.size())
                .anyMatch(column -> !(one.get(column) instanceof TypedTable.Computed)
                        && !(other.get(column) instanceof TypedTable.Computed)
                        && !one.get(column).equals(other.get(column)));
    }
}
