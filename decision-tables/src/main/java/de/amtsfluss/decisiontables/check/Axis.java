package de.amtsfluss.decisiontables.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column, cut into pieces within which all tests of the column say the same.
 *
 * <p>By this every set of values becomes an exact set of pieces, and all types are treated alike.
 *
 * @param pieces one example for each piece, in the order of the values
 */
record Axis(ColumnType type, List<Object> pieces) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Cuts the values of a type at the borders of all tests of a column. */
    static Axis of(ColumnType type, Set<Object> borders) {
        return new Axis(
                type,
                switch (type) {
                    case STRING -> strings(borders);
                    case BOOLEAN -> List.of(true, false);
                    case OTHER -> List.of("");
                    default -> line(type, borders);
                });
    }

    /** Returns the pieces that belong to a set. */
    BitSet piecesOf(ValueSet values) {
        return IntStream.range(0, pieces.size())
                .filter(piece -> values.contains(pieces.get(piece)))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** Returns an example of a piece, as FEEL writes it. */
    String text(int piece) {
        return type.text(pieces.get(piece));
    }

    private static List<Object> strings(Set<Object> borders) {
        Set<Object> pieces = new LinkedHashSet<>(borders);
        String other = "sonst";
        while (!pieces.add(other)) {
            other += "…";
        }
        return List.copyOf(pieces);
    }

    private static List<Object> line(ColumnType type, Set<Object> borders) {
        TreeSet<BigDecimal> cuts = new TreeSet<>();
        borders.forEach(border -> cuts.add((BigDecimal) border));
        if (cuts.isEmpty()) {
            return List.of(BigDecimal.ZERO);
        }
        List<Object> pieces = new ArrayList<>();
        addIfAny(pieces, before(type, cuts.first()));
        BigDecimal previous = null;
        for (BigDecimal cut : cuts) {
            addIfAny(pieces, previous == null ? null : between(type, previous, cut));
            pieces.add(cut);
            previous = cut;
        }
        addIfAny(pieces, after(type, cuts.last()));
        return pieces;
    }

    private static void addIfAny(List<Object> pieces, @Nullable BigDecimal piece) {
        if (piece != null) {
            pieces.add(piece.stripTrailingZeros());
        }
    }

    private static @Nullable BigDecimal before(ColumnType type, BigDecimal cut) {
        BigDecimal example = cut.setScale(0, RoundingMode.FLOOR).subtract(type.stride());
        BigDecimal first = type.first();
        if (first == null || example.compareTo(first) >= 0) {
            return example;
        }
        return first.compareTo(cut) < 0 ? first : null;
    }

    private static @Nullable BigDecimal after(ColumnType type, BigDecimal cut) {
        BigDecimal example = cut.setScale(0, RoundingMode.CEILING).add(type.stride());
        BigDecimal last = type.last();
        if (last == null || example.compareTo(last) <= 0) {
            return example;
        }
        return last.compareTo(cut) > 0 ? last : null;
    }

    /** Returns a number with as few decimals as possible, about in the middle. */
    private static @Nullable BigDecimal between(ColumnType type, BigDecimal low, BigDecimal high) {
        BigDecimal middle = low.add(high).divide(TWO);
        int decimals = type.dense() ? Math.max(middle.scale(), 0) : 0;
        return IntStream.rangeClosed(0, decimals)
                .mapToObj(scale -> middle.setScale(scale, RoundingMode.FLOOR))
                .filter(example -> example.compareTo(low) > 0 && example.compareTo(high) < 0)
                .findFirst()
                .orElse(null);
    }
}
