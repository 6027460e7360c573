package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.Grid.Box;
import java.util.ArrayList;
import java.util.List;

/** Finds rows under hit policy First that never decide, because earlier rows match all of their inputs. */
final class ReachCheck {

    private ReachCheck() {}

    static void check(List<Box> rows, Budget budget, Findings findings) {
        List<Box> earlier = new ArrayList<>();
        for (Box row : rows) {
            if (row.known() && Coverage.gaps(row.pieces(), earlier, budget, 1).isEmpty() && !budget.exhausted()) {
                findings.error(
                        List.of(row.number()),
                        "",
                        "Expected an input for which this row decides, but earlier rows match all of its inputs");
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
