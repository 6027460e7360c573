package de.amtsfluss.decisiontables.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What FEEL's engine takes otherwise than the standard where a test names a value (DMN 1.3, 10.3.2.8).
 *
 * <p>Makes {@code true} and {@code false} within a list of tests or {@code not} the values they are alone: FEEL's
 * parser takes them there for a test that always or never matches, so that {@code not(true)} would match nothing.
 */
final class ValueTests {

    /** A single value against a list; a text within is in quotation marks. */
    private static final Pattern ELEMENT = Pattern.compile("Can't compare '[^\\[].*' with '\\[.*]'", Pattern.DOTALL);

    private ValueTests() {}

    /**
     * Says whether FEEL only compared an input with a list before it looked for it in the list, as a test of a list
     * does.
     */
    static boolean explain(EvaluationFailure failure) {
        return ELEMENT.matcher(failure.failureMessage()).matches();
    }

    /** Returns unary tests that compare the input with each truth value they list. */
    static ParsedExpression of(ParsedExpression tests) {
        Exp compared = compared(tests.expression());
        return compared.equals(tests.expression()) ? tests : new ParsedExpression(compared, tests.text());
    }

    private static Exp compared(Exp tests) {
        return switch (tests) {
            case Not not -> new Not(compared(not.x()));
            case AtLeastOne any -> {
                List<Exp> each = CollectionConverters.asJava(any.xs()).stream()
                        .map(ValueTests::compared)
                        .toList();
                yield new AtLeastOne(CollectionConverters.asScala(each).toList());
            }
            case UnaryTestExpression test -> test.exp() instanceof ConstBool ? new InputEqualTo(test.exp()) : test;
            default -> tests;
        };
    }
}
