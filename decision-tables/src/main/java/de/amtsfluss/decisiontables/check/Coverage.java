package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.Grid.Box;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for the parts of a space that no row covers.
 *
 * <p>Goes through the columns from left to right. Pieces of a column that the same rows match are taken together, and
 * rows that were found to cover the columns to the right are not looked at again.
 */
final class Coverage {

    private static final int ROWS_PER_STEP = 512;
    private static final int LOOKUPS_PER_STEP = 16;

    /** Bounds the memory: a remembered set of 1,000 rows takes some 200 bytes. */
    private static final int REMEMBERED = 200_000;

    private final List<BitSet> space;
    private final List<Box> rows;
    private final int[] fullFrom;
    private final Budget budget;
    private final int wanted;
    private final List<Map<Integer, BitSet>> rowsAt = new ArrayList<>();
    private final List<Set<BitSet>> covered = new ArrayList<>();
    private final List<int[]> examples = new ArrayList<>();
    private int remembered;

    private Coverage(List<BitSet> space, List<Box> rows, Budget budget, int wanted) {
        this.space = space;
        this.rows = rows;
        this.budget = budget;
        this.wanted = wanted;
        this.fullFrom = rows.stream().mapToInt(this::fullFrom).toArray();
        space.forEach(column -> {
            rowsAt.add(new HashMap<>());
            covered.add(new HashSet<>());
        });
    }

    /**
     * Looks for uncovered parts.
     *
     * @param space for each column the pieces to be covered
     * @param rows what may cover them
     * @param wanted how many examples are enough
     * @return for each part found one example, a piece for each column; what is missing when the budget is exhausted
     *     was not looked at
     */
    static List<int[]> gaps(List<BitSet> space, List<Box> rows, Budget budget, int wanted) {
        if (space.stream().anyMatch(BitSet::isEmpty)) {
            return List.of();
        }
        Coverage coverage = new Coverage(space, rows, budget, wanted);
        BitSet all = new BitSet();
        all.set(0, rows.size());
        coverage.search(0, all, new int[space.size()]);
        return coverage.examples;
    }

    /** Returns the column from which on the row matches everything. */
    private int fullFrom(Box row) {
        int column = space.size();
        while (column > 0
                && budget.spend(1)
                && isSubset(space.get(column - 1), row.pieces().get(column - 1))) {
            column--;
        }
        return column;
    }

    /** Says whether all is covered; adds an example for each part that is not. */
    private boolean search(int column, BitSet live, int[] example) {
        if (live.isEmpty()) {
            for (int rest = column; rest < example.length; rest++) {
                example[rest] = space.get(rest).nextSetBit(0);
            }
            examples.add(example.clone());
            return false;
        }
        if (live.stream().anyMatch(row -> fullFrom[row] <= column)
                || covered.get(column).contains(live)) {
            return true;
        }
        boolean allCovered = true;
        for (Part part : parts(column, live)) {
            if (budget.exhausted() || examples.size() >= wanted) {
                return false;
            }
            example[column] = part.piece();
            allCovered &= search(column + 1, part.rows(), example);
        }
        if (allCovered && !budget.exhausted() && remembered < REMEMBERED) {
            remembered++;
            covered.get(column).add(live);
        }
        return allCovered;
    }

    /** Returns the different sets of rows that match a piece of the column; each run of pieces without row counts. */
    private List<Part> parts(int column, BitSet live) {
        List<Part> parts = new ArrayList<>();
        Set<BitSet> known = new HashSet<>();
        BitSet pieces = space.get(column);
        boolean withinRun = false;
        long step = 1L + live.length() / ROWS_PER_STEP;
        for (int piece = pieces.nextSetBit(0); piece >= 0 && budget.spend(step); piece = pieces.nextSetBit(piece + 1)) {
            BitSet matching = (BitSet) live.clone();
            matching.and(rowsAt(column, piece));
            if (matching.isEmpty() ? !withinRun : known.add(matching)) {
                parts.add(new Part(matching, piece));
            }
            withinRun = matching.isEmpty();
        }
        return parts;
    }

    /**
     * Pieces of a column that the same rows match.
     *
     * @param piece the first of them
     */
    private record Part(BitSet rows, int piece) {}

    private BitSet rowsAt(int column, int piece) {
        return rowsAt.get(column).computeIfAbsent(piece, at -> {
            budget.spend(1L + rows.size() / LOOKUPS_PER_STEP);
            BitSet matching = new BitSet();
            for (int row = 0; row < rows.size(); row++) {
                matching.set(row, rows.get(row).pieces().get(column).get(at));
            }
            return matching;
        });
    }

    private static boolean isSubset(BitSet part, BitSet whole) {
        BitSet outside = (BitSet) part.clone();
        outside.andNot(whole);
        return outside.isEmpty();
    }
}
