package de.amtsfluss.decisiontables.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of a table as boxes: for each column the pieces of its axis that the row matches.
 *
 * @param names what the columns are called
 * @param axes the axes of the columns
 * @param space for each column the pieces with allowed values
 * @param rows the boxes
 */
record Grid(List<String> names, List<Axis> axes, List<BitSet> space, List<Box> rows) {

    /**
     * A row.
     *
     * @param number its number, counted from 1
     * @param pieces for each column the pieces that match, all pieces where that is not known
     * @param known whether all of its cells are sets of values
     */
    record Box(int number, List<BitSet> pieces, boolean known) {

        boolean isEmpty() {
            return pieces.stream().anyMatch(BitSet::isEmpty);
        }
    }

    /**
     * Lays the rows of a table out.
     *
     * @param allowed for each column the set of allowed values
     * @param cells for each row its cells, in the order of the columns
     */
    static Grid of(List<String> names, List<ColumnType> types, List<ValueSet> allowed, List<List<Cell>> cells) {
        List<Axis> axes = new ArrayList<>();
        List<BitSet> space = new ArrayList<>();
        List<List<BitSet>> columns = new ArrayList<>();
        for (int number = 0; number < types.size(); number++) {
            int column = number;
            List<Cell> tests = cells.stream().map(row -> row.get(column)).toList();
            Axis axis = axis(types.get(column), allowed.get(column), tests);
            BitSet pieces = axis.piecesOf(allowed.get(column));
            Map<Cell, BitSet> distinct = new HashMap<>();
            tests.forEach(test -> distinct.computeIfAbsent(test, cell -> pieces(cell, axis, pieces)));
            axes.add(axis);
            space.add(pieces);
            columns.add(tests.stream()
                    .map(distinct::get)
                    .map(Objects::requireNonNull)
                    .toList());
        }
        return new Grid(names, axes, space, boxes(cells, columns));
    }

    private static Axis axis(ColumnType type, ValueSet allowed, List<Cell> tests) {
        Set<Object> borders = new LinkedHashSet<>();
        allowed.borders().forEach(borders::add);
        for (Cell test : tests) {
            if (test instanceof Cell.Known known) {
                known.values().borders().forEach(borders::add);
            }
        }
        return Axis.of(type, borders);
    }

    private static List<Box> boxes(List<List<Cell>> cells, List<List<BitSet>> columns) {
        return IntStream.range(0, cells.size())
                .mapToObj(row -> new Box(
                        row + 1,
                        columns.stream().map(column -> column.get(row)).toList(),
                        cells.get(row).stream().allMatch(Cell.Known.class::isInstance)))
                .toList();
    }

    private static BitSet pieces(Cell cell, Axis axis, BitSet space) {
        BitSet pieces = (BitSet) space.clone();
        if (cell instanceof Cell.Known known) {
            pieces.and(axis.piecesOf(known.values()));
        }
        return pieces;
    }

    /** Returns an example as FEEL writes it, such as {@code fraktion = "Glas", fuellstandProzent = 75}. */
    String text(int[] example) {
        return IntStream.range(0, names.size())
                .mapToObj(column ->
                        "%s = %s".formatted(names.get(column), axes.get(column).text(example[column])))
                .collect(Collectors.joining(", "));
    }
}
