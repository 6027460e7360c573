package de.amtsfluss.decisiontables.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column that pass a test.
 *
 * <p>A value is a {@link String}, a {@link Boolean} or, for all types with an order, a {@link BigDecimal} as
 * {@link ColumnType#coordinate} gives it.
 */
sealed interface ValueSet {

    /** Says whether a value passes. */
    boolean contains(Object value);

    /** Returns the values at which the set can begin or end: between two neighbours of them nothing changes. */
    Stream<Object> borders();

    /** Returns the values the test names one by one. */
    default Stream<Object> points() {
        return Stream.empty();
    }

    /** Says whether the set has no values but those it names one by one. */
    default boolean isListed() {
        return this instanceof One
                || (this instanceof Union union && union.parts().stream().allMatch(One.class::isInstance));
    }

    /** Returns the values that pass all of some tests, in the order of the first that lists them. */
    static ValueSet all(List<ValueSet> tests) {
        return tests.stream()
                .filter(ValueSet::isListed)
                .findFirst()
                .<ValueSet>map(listed -> new Union(listed.points()
                        .filter(value -> tests.stream().allMatch(test -> test.contains(value)))
                        .<ValueSet>map(One::new)
                        .toList()))
                .orElseGet(() -> tests.size() == 1 ? tests.getFirst() : new Intersection(tests));
    }

    /** Every value of the type. */
    record All() implements ValueSet {
        @Override
        public boolean contains(Object value) {
            return true;
        }

        @Override
        public Stream<Object> borders() {
            return Stream.empty();
        }
    }

    /** One value. */
    record One(Object value) implements ValueSet {
        @Override
        public boolean contains(Object other) {
            return value.equals(other);
        }

        @Override
        public Stream<Object> borders() {
            return Stream.of(value);
        }

        @Override
        public Stream<Object> points() {
            return Stream.of(value);
        }
    }

    /**
     * The values from one border to another.
     *
     * @param low the lower border; null when there is none
     * @param high the upper border; null when there is none
     */
    record Interval(@Nullable Border low, @Nullable Border high) implements ValueSet {
        @Override
        public boolean contains(Object value) {
            return value instanceof BigDecimal number
                    && (low == null || low.passes(number.compareTo(low.value())))
                    && (high == null || high.passes(high.value().compareTo(number)));
        }

        @Override
        public Stream<Object> borders() {
            return Stream.of(low, high).flatMap(Stream::ofNullable).map(Border::value);
        }
    }

    /**
     * An end of an interval.
     *
     * @param closed whether the value itself belongs to the interval
     */
    record Border(BigDecimal value, boolean closed) {
        private boolean passes(int inwards) {
            return inwards > 0 || (closed && inwards == 0);
        }
    }

    /** The values that pass one test or another. */
    record Union(List<ValueSet> parts) implements ValueSet {
        @Override
        public boolean contains(Object value) {
            return parts.stream().anyMatch(part -> part.contains(value));
        }

        @Override
        public Stream<Object> borders() {
            return parts.stream().flatMap(ValueSet::borders);
        }

        @Override
        public Stream<Object> points() {
            return parts.stream().flatMap(ValueSet::points);
        }
    }

    /** The values that do not pass a test. */
    record Complement(ValueSet refused) implements ValueSet {
        @Override
        public boolean contains(Object value) {
            return !refused.contains(value);
        }

        @Override
        public Stream<Object> borders() {
            return refused.borders();
        }

        @Override
        public Stream<Object> points() {
            return refused.points();
        }
    }

    /** The values that pass several tests. */
    record Intersection(List<ValueSet> parts) implements ValueSet {
        @Override
        public boolean contains(Object value) {
            return parts.stream().allMatch(part -> part.contains(value));
        }

        @Override
        public Stream<Object> borders() {
            return parts.stream().flatMap(ValueSet::borders);
        }

        @Override
        public Stream<Object> points() {
            return parts.stream().flatMap(ValueSet::points).filter(this::contains);
        }
    }
}
