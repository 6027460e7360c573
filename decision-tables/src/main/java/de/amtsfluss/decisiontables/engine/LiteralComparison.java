package de.amtsfluss.decisiontables.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstRangeBoundary;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A unary test that compares an input with literals and so needs no interpreter: what DMN 1.3, chapter 9, calls simple
 * unary tests.
 *
 * <p>It answers only where FEEL answers true or false, and is silent about everything else: what FEEL cannot compare,
 * what has a time zone, and durations of years and months.
 */
sealed interface LiteralComparison {

    /** Says whether an input passes; null when only FEEL can say so. */
    @Nullable
    Boolean passes(Object input);

    /** Finds the test that an expression is, or null when it is more than comparisons with literals. */
    static @Nullable LiteralComparison of(Exp test) {
        return switch (test) {
            case InputEqualTo equal -> equal(equal.x());
            case UnaryTestExpression expression -> equal(expression.exp());
            case InputLessThan less -> interval(null, Border.of(less.x(), false));
            case InputLessOrEqual less -> interval(null, Border.of(less.x(), true));
            case InputGreaterThan greater -> interval(Border.of(greater.x(), false), null);
            case InputGreaterOrEqual greater -> interval(Border.of(greater.x(), true), null);
            case InputInRange in ->
                range(Border.of(in.range().start()), Border.of(in.range().end()));
            case AtLeastOne any -> any(CollectionConverters.asJava(any.xs()));
            case Not not -> complement(of(not.x()));
            default -> null;
        };
    }

    /** An expression {@code true} is a match for FEEL, whatever the input is, so it is none of these. */
    private static @Nullable LiteralComparison equal(Exp expression) {
        Object value = Literals.value(expression);
        return value == null || Boolean.TRUE.equals(value) ? null : new Equal(value);
    }

    private static @Nullable LiteralComparison interval(@Nullable Border low, @Nullable Border high) {
        return low == null && high == null ? null : new Interval(low, high);
    }

    private static @Nullable LiteralComparison range(@Nullable Border low, @Nullable Border high) {
        return low != null && high != null && low.type() == high.type() ? new Interval(low, high) : null;
    }

    private static @Nullable LiteralComparison complement(@Nullable LiteralComparison refused) {
        return refused == null ? null : new Complement(refused);
    }

    private static @Nullable LiteralComparison any(List<Exp> tests) {
        List<LiteralComparison> parts = new ArrayList<>();
        for (Exp test : tests) {
            LiteralComparison part = of(test);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return parts.size() == 1 ? parts.getFirst() : new Any(List.copyOf(parts));
    }

    /** Equal to a value. */
    record Equal(Object value) implements LiteralComparison {
        @Override
        public @Nullable Boolean passes(Object input) {
            if (input.getClass() != value.getClass()) {
                return null;
            }
            // 1.0 is 1 in FEEL.
            return value instanceof BigDecimal number ? number.compareTo((BigDecimal) input) == 0 : value.equals(input);
        }
    }

    /**
     * Between two values.
     *
     * @param low the lower border; null when there is none, but then there is the other
     * @param high the upper border, of the same type
     */
    record Interval(@Nullable Border low, @Nullable Border high) implements LiteralComparison {
        @Override
        public @Nullable Boolean passes(Object input) {
            Border border = low == null ? high : low;
            if (border == null || input.getClass() != border.type()) {
                return null;
            }
            return (low == null || low.isBelow(input)) && (high == null || high.isAbove(input));
        }
    }

    /**
     * An end of an interval.
     *
     * @param closed whether the value itself belongs to it
     */
    record Border(Object value, boolean closed) {

        private static @Nullable Border of(ConstRangeBoundary boundary) {
            return of(boundary.value(), boundary instanceof ClosedConstRangeBoundary);
        }

        private static @Nullable Border of(Exp expression, boolean closed) {
            Object value = Literals.value(expression);
            // FEEL does not order true and false.
            return value == null || value instanceof Boolean ? null : new Border(value, closed);
        }

        private Class<?> type() {
            return value.getClass();
        }

        private boolean isBelow(Object input) {
            int order = order(input, value);
            return order > 0 || (closed && order == 0);
        }

        private boolean isAbove(Object input) {
            int order = order(input, value);
            return order < 0 || (closed && order == 0);
        }

        private static int order(Object one, Object other) {
            return switch (one) {
                case BigDecimal number -> number.compareTo((BigDecimal) other);
                case String text -> text.compareTo((String) other);
                case LocalDate date -> date.compareTo((LocalDate) other);
                case LocalTime time -> time.compareTo((LocalTime) other);
                case LocalDateTime time -> time.compareTo((LocalDateTime) other);
                case Duration duration -> duration.compareTo((Duration) other);
                default ->
                    throw new IllegalStateException("Expected values with an order, but got '%s'".formatted(one));
            };
        }
    }

    /** One test or another; as in FEEL those behind the first that passes do not count. */
    record Any(List<LiteralComparison> parts) implements LiteralComparison {
        @Override
        public @Nullable Boolean passes(Object input) {
            for (LiteralComparison part : parts) {
                Boolean passes = part.passes(input);
                if (passes == null || passes) {
                    return passes;
                }
            }
            return false;
        }
    }

    /** The opposite of a test. */
    record Complement(LiteralComparison refused) implements LiteralComparison {
        @Override
        public @Nullable Boolean passes(Object input) {
            Boolean passes = refused.passes(input);
            return passes == null ? null : !passes;
        }
    }
}
