package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.ValueSet.Border;
import de.amtsfluss.decisiontables.check.ValueSet.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstRange;
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

/** Turns the unary tests of one cell into a set of values, by the syntax tree of FEEL. */
final class CellReader {

    private static final ValueSet ALL = new ValueSet.All();

    private final ColumnType type;
    private final List<String> sentences = new ArrayList<>();
    private boolean unknown;

    private CellReader(ColumnType type) {
        this.type = type;
    }

    /** Reads a cell of a column; an empty cell is any value, as for the engine. */
    static Cell read(TableFeel feel, ColumnType type, String text) {
        if (text.isEmpty() || "-".equals(text)) {
            return new Cell.Known(ALL);
        }
        ParseResult parsed = feel.unaryTests(text);
        if (parsed.isFailure()) {
            return new Cell.Wrong(List.of(TableFeel.refusal(text, parsed)));
        }
        if (type == ColumnType.OTHER) {
            return new Cell.Unknown();
        }
        CellReader reader = new CellReader(type);
        ValueSet values = reader.test(parsed.parsedExpression().expression());
        if (!reader.sentences.isEmpty()) {
            return new Cell.Wrong(reader.sentences);
        }
        return reader.unknown ? new Cell.Unknown() : new Cell.Known(values);
    }

    private ValueSet test(Exp test) {
        return switch (test) {
            case InputEqualTo equal -> one(equal.x());
            case InputLessThan less -> new Interval(null, border(less.x(), false));
            case InputLessOrEqual less -> new Interval(null, border(less.x(), true));
            case InputGreaterThan greater -> new Interval(border(greater.x(), false), null);
            case InputGreaterOrEqual greater -> new Interval(border(greater.x(), true), null);
            case InputInRange in -> range(in.range());
            case AtLeastOne any ->
                new ValueSet.Union(CollectionConverters.asJava(any.xs()).stream()
                        .map(this::test)
                        .toList());
            case Not not -> new ValueSet.Complement(test(not.x()));
            case UnaryTestExpression expression -> expression(expression.exp());
            default -> unknown();
        };
    }

    /** FEEL takes an expression that is true for a match, whatever the input: so {@code not(true)} never matches. */
    private ValueSet expression(Exp expression) {
        return type == ColumnType.BOOLEAN && expression instanceof ConstBool bool && bool.value()
                ? ALL
                : one(expression);
    }

    private ValueSet one(Exp expression) {
        Object value = value(expression);
        return value == null ? ALL : new ValueSet.One(value);
    }

    private ValueSet range(ConstRange range) {
        return new Interval(border(range.start()), border(range.end()));
    }

    private @Nullable Border border(ConstRangeBoundary boundary) {
        return border(boundary.value(), boundary instanceof ClosedConstRangeBoundary);
    }

    private @Nullable Border border(Exp expression, boolean closed) {
        Object value = value(expression);
        if (value instanceof BigDecimal number) {
            return new Border(number, closed);
        }
        unknown();
        return null;
    }

    private @Nullable Object value(Exp expression) {
        Literal literal = Literal.of(expression);
        if (literal == null) {
            unknown();
            return null;
        }
        Object value = type.coordinate(literal);
        if (value == null) {
            sentences.add("Expected values of the type %s, but found %s".formatted(type, literal));
        }
        return value;
    }

    private ValueSet unknown() {
        unknown = true;
        return ALL;
    }
}
