package de.amtsfluss.decisiontables.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.SomeItem;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What an expression may cost, by its syntax tree.
 *
 * <p>Without loops, functions and regular expressions each part of an expression is evaluated once. Ranges and several
 * iterators are spread out in memory before the first step, so their size is bounded here and not by time.
 */
final class Effort {

    /** Enough for the days of two years; the numbers take some 100 KB. */
    private static final int STEPS = 1000;

    private static final Set<String> REGULAR_EXPRESSIONS = Set.of("matches", "replace", "split", "extract");

    private final List<String> refusals = new ArrayList<>();
    private boolean unbounded;

    private Effort() {}

    /** Looks at an expression. */
    static Effort of(Exp expression) {
        Effort effort = new Effort();
        effort.look(expression);
        return effort;
    }

    /** Says whether the expression may take long, and so needs a time limit. */
    boolean unbounded() {
        return unbounded;
    }

    /** Returns what would take too much memory, as ends of a sentence that begins with "expected". */
    List<String> refusals() {
        return refusals;
    }

    private void look(Object node) {
        if (node instanceof scala.collection.Iterable<?> nodes) {
            CollectionConverters.asJava(nodes).forEach(this::look);
        } else if (node instanceof Product product) {
            if (node instanceof Exp expression) {
                weigh(expression);
            }
            CollectionConverters.asJava(product.productIterator()).forEachRemaining(this::look);
        }
    }

    private void weigh(Exp expression) {
        switch (expression) {
            case For loop -> iterators(loop.iterators().size());
            case SomeItem loop -> iterators(loop.iterators().size());
            case EveryItem loop -> iterators(loop.iterators().size());
            case IterationContext range -> range(range);
            case Filter filter -> unbounded = true;
            case FunctionDefinition function -> unbounded = true;
            case FunctionInvocation invocation -> unbounded |= REGULAR_EXPRESSIONS.contains(invocation.function());
            default -> {
                // Costs no more than its parts.
            }
        }
    }

    private void iterators(int count) {
        unbounded = true;
        if (count > 1) {
            refusals.add("one iterator in each loop, but found %d: a loop may stand in another".formatted(count));
        }
    }

    private void range(IterationContext range) {
        if (!isNumber(range.start()) || !isNumber(range.end())) {
            refusals.add("loops over lists, or over ranges between two numbers, but found a computed range");
        } else if (number(range.end()).subtract(number(range.start())).abs().compareTo(BigDecimal.valueOf(STEPS)) > 0) {
            refusals.add("loops over ranges of at most %d steps, but found %s..%s"
                    .formatted(STEPS, number(range.start()), number(range.end())));
        }
    }

    private static boolean isNumber(Exp expression) {
        return expression instanceof ConstNumber
                || (expression instanceof ArithmeticNegation negation && negation.x() instanceof ConstNumber);
    }

    private static BigDecimal number(Exp expression) {
        return expression instanceof ArithmeticNegation negation
                ? number(negation.x()).negate()
                : ((ConstNumber) expression).value().bigDecimal();
    }
}
