package de.amtsfluss.decisiontables.check;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstDayTimeDuration;
import org.camunda.feel.syntaxtree.ConstLocalDateTime;
import org.camunda.feel.syntaxtree.ConstLocalTime;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ConstYearMonthDuration;
import org.camunda.feel.syntaxtree.Exp;
import org.jspecify.annotations.Nullable;

/**
 * A value that is written down in a cell.
 *
 * @param value the value as FEEL has it in Java; null for FEEL's {@code null}, which {@code date("2026-13-01")} is too
 */
record Literal(@Nullable Object value) {

    /**
     * Returns the literal an expression is, or null when it is none: when it computes or names something, or has a time
     * zone, by which times have no total order.
     */
    static @Nullable Literal of(Exp expression) {
        return switch (expression) {
            case ConstNumber number -> new Literal(number.value().bigDecimal());
            case ArithmeticNegation negation -> negated(negation.x());
            case ConstString string -> new Literal(string.value());
            case ConstBool bool -> new Literal(bool.value());
            case ConstDate date -> new Literal(date.value());
            case ConstLocalTime time -> new Literal(time.value());
            case ConstLocalDateTime time -> new Literal(time.value());
            case ConstYearMonthDuration duration -> new Literal(duration.value());
            case ConstDayTimeDuration duration -> new Literal(duration.value());
            default -> ConstNull$.MODULE$.equals(expression) ? new Literal(null) : null;
        };
    }

    private static @Nullable Literal negated(Exp expression) {
        Literal literal = of(expression);
        return literal != null && literal.value() instanceof BigDecimal number ? new Literal(number.negate()) : null;
    }

    /** Returns the literal as FEEL writes it. */
    @Override
    public String toString() {
        return value == null ? "null" : text(value);
    }

    private static String text(Object value) {
        return switch (value) {
            case String string -> "\"%s\"".formatted(string);
            case BigDecimal number -> number.toPlainString();
            case LocalDate date -> "date(\"%s\")".formatted(date);
            case LocalTime time -> "time(\"%s\")".formatted(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
            case LocalDateTime time ->
                "date and time(\"%s\")".formatted(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
            case Duration duration -> "duration(\"%s\")".formatted(duration);
            case Period duration -> "duration(\"%s\")".formatted(duration);
            default -> value.toString();
        };
    }
}
