package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.Grid.Box;
import java.util.ArrayList;
import java.util.List;

/** Finds rows that never decide, because rows that come before them match all of their inputs. */
final class ReachCheck {

    private ReachCheck() {}

    /**
     * Looks at rows.
     *
     * @param rows the rows in the order in which they decide
     * @param others what to call the rows that come before
     */
    static void check(List<Box> rows, String others, Budget budget, Findings findings) {
        List<Box> earlier = new ArrayList<>();
        for (Box row : rows) {
            if (row.known() && Coverage.gaps(row.pieces(), earlier, budget, 1).isEmpty() && !budget.exhausted()) {
                findings.warning(
                        List.of(row.number()),
                        "",
                        "Expected an input for which this row decides, but %s match all of its inputs"
                                .formatted(others));
            }
            if (row.known()) {
                earlier.add(row);
            }
        }
        if (budget.exhausted()) {
            findings.note(
                    List.of(),
                    "",
                    "Expected to look at all rows for those that never decide, but the table is too large:"
                            + " there may be more");
        }
    }
}
