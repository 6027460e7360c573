package de.amtsfluss.decisiontables.engine;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** The FEEL engine: compiles an expression once, then evaluates it as often as needed, by any number of threads. */
final class Feel {

    private static final Context NOTHING = new Context.StaticContext(
            scala.collection.immutable.Map$.MODULE$.empty(), scala.collection.immutable.Map$.MODULE$.empty());

    private final FeelEngineApi engine = FeelEngineBuilder.create().build();

    /** What FEEL made of an expression: a value, or a reason why there is none. */
    record Outcome(@Nullable Object value, @Nullable String problem) {}

    /** A compiled expression. */
    final class Expression {
        private final ParsedExpression parsed;
        private final Set<String> names;
        private final Effort effort;

        private Expression(ParsedExpression parsed) {
            this.parsed = parsed;
            this.names = Set.copyOf(parsed.getVariableNames());
            this.effort = Effort.of(parsed.expression());
        }

        /** Returns the names of the inputs the expression uses. */
        Set<String> names() {
            return names;
        }

        /** Says what the expression may cost. */
        Effort effort() {
            return effort;
        }

        String text() {
            return parsed.text();
        }

        /** Says whether the expression is nothing but the name of an input. */
        boolean isName() {
            return names.size() == 1 && names.contains(parsed.text().strip());
        }

        Outcome evaluate(Map<String, Object> facts) {
            return outcome(() -> names.isEmpty() ? engine.evaluate(parsed, NOTHING) : engine.evaluate(parsed, facts));
        }

        Outcome test(Object input, Map<String, Object> facts) {
            return outcome(() -> names.isEmpty()
                    ? engine.evaluateWithInput(parsed, input, NOTHING)
                    : engine.evaluateWithInput(parsed, input, facts));
        }
    }

    /**
     * Compiles an expression.
     *
     * @throws InvalidFeelException when it is not FEEL
     */
    Expression expression(String text) throws InvalidFeelException {
        return compiled(() -> engine.parseExpression(text));
    }

    /**
     * Compiles unary tests, the language of an input cell.
     *
     * @throws InvalidFeelException when they are not FEEL
     */
    Expression unaryTests(String text) throws InvalidFeelException {
        return compiled(() -> engine.parseUnaryTests(text));
    }

    /** Returns an expression that gives nothing, to stand in for one that is no FEEL. */
    Expression nothing() {
        return new Expression(engine.parseExpression("null").parsedExpression());
    }

    /** FEEL's parser and interpreter go down into an expression by recursion. */
    private Expression compiled(Supplier<ParseResult> parsing) throws InvalidFeelException {
        try {
            ParseResult result = parsing.get();
            if (result.isFailure()) {
                throw new InvalidFeelException(result.failure().message());
            }
            return new Expression(result.parsedExpression());
        } catch (StackOverflowError e) {
            throw new InvalidFeelException("it is nested too deeply");
        }
    }

    /** FEEL turns a comparison it cannot make, or a name it does not know, into null: here that is a problem. */
    private static Outcome outcome(Interruptible evaluation) {
        try {
            EvaluationResult result = evaluation.evaluate();
            if (result.isFailure()) {
                return new Outcome(null, result.failure().message());
            }
            if (result.hasSuppressedFailures()) {
                return new Outcome(
                        null, result.getSuppressedFailures().getFirst().failureMessage());
            }
            return new Outcome(result.result(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(null, "it was interrupted");
        } catch (StackOverflowError e) {
            return new Outcome(null, "it is nested too deeply");
        }
    }

    /**
     * An evaluation; Scala does not declare that FEEL's interpreter ends at each step when its thread is interrupted.
     */
    @FunctionalInterface
    private interface Interruptible {
        EvaluationResult evaluate() throws InterruptedException;
    }

    /** A text is not FEEL; the message says where. */
    static final class InvalidFeelException extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidFeelException(String message) {
            super(message);
        }
    }
}
