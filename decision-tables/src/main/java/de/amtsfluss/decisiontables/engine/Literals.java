package de.amtsfluss.decisiontables.engine;

import java.math.BigDecimal;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstDayTimeDuration;
import org.camunda.feel.syntaxtree.ConstLocalDateTime;
import org.camunda.feel.syntaxtree.ConstLocalTime;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.jspecify.annotations.Nullable;

/** Values that are written down in an expression: the literals of DMN 1.3, 10.3.1.2, and those of {@code date("…")}. */
final class Literals {

    private Literals() {}

    /**
     * Returns the value an expression is, in the Java type that {@link FeelType} has for it, or null when it computes
     * or names something, has a time zone, or is a duration of years and months or {@code null}.
     */
    static @Nullable Object value(Exp expression) {
        return switch (expression) {
            case ConstNumber number -> number.value().bigDecimal();
            case ArithmeticNegation negation -> negated(negation.x());
            case ConstString text -> text.value();
            case ConstBool bool -> bool.value();
            case ConstDate date -> date.value();
            case ConstLocalTime time -> time.value();
            case ConstLocalDateTime time -> time.value();
            case ConstDayTimeDuration duration -> duration.value();
            default -> null;
        };
    }

    /** Rounds to 34 digits, as FEEL does. */
    private static @Nullable BigDecimal negated(Exp expression) {
        return expression instanceof ConstNumber number
                ? number.value().unary_$minus().bigDecimal()
                : null;
    }
}
