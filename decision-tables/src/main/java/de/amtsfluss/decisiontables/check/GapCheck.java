package de.amtsfluss.decisiontables.check;

import java.util.List;

/** Finds inputs that no row covers; a row with an unknown test may cover what its other tests match. */
final class GapCheck {

    private static final int LISTED = 5;

    private GapCheck() {}

    static void check(Grid grid, Budget budget, Findings findings) {
        List<int[]> gaps = Coverage.gaps(grid.space(), grid.rows(), budget, LISTED + 1);
        gaps.stream()
                .limit(LISTED)
                .forEach(gap -> findings.warning(
                        List.of(),
                        "",
                        "Expected a row for every input, but none matches %s".formatted(grid.text(gap))));
        if (gaps.size() > LISTED) {
            findings.note(List.of(), "", "Expected to list all gaps, but there are more than %d".formatted(LISTED));
        }
        if (budget.exhausted()) {
            findings.note(
                    List.of(),
                    "",
                    "Expected to look everywhere for gaps, but the table is too large: there may be more");
        }
    }
}
