package de.amtsfluss.decisiontables.engine;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;

/** The FEEL engine: compiles an expression once, then evaluates it as often as needed, by any number of threads. */
final class Feel {

    private static final Context NOTHING = new Context.StaticContext(
            scala.collection.immutable.Map$.MODULE$.empty(), scala.collection.immutable.Map$.MODULE$.empty());

    private final FeelEngineApi engine = FeelEngineBuilder.create().build();

    /** What FEEL made of an expression: a value, or a reason why there is none. */
    record Outcome(@Nullable Object value, @Nullable String problem) {
        private static final Outcome PASSES = new Outcome(true, null);
        private static final Outcome PASSES_NOT = new Outcome(false, null);
    }

    /** A compiled expression. */
    final class Expression {
        private final String text;
        private final ParsedExpression parsed;
        private final FreeNames names;
        private final boolean constant;
        private final Effort effort;
        private final @Nullable LiteralComparison literals;
        private final @Nullable Outcome literal;

        private Expression(String text, ParsedExpression parsed) {
            this.text = text;
            this.parsed = parsed;
            this.names = FreeNames.of(parsed.expression());
            this.constant = names.needed().isEmpty() && names.perhaps().isEmpty();
            this.effort = Effort.of(parsed.expression());
            this.literals = LiteralComparison.of(parsed.expression());
            this.literal = Literals.value(parsed.expression()) == null
                    ? null
                    : outcome(() -> engine.evaluate(parsed, NOTHING), failure -> false);
        }

        /** Returns the names the expression takes from outside. */
        FreeNames names() {
            return names;
        }

        /** Says what the expression may cost. */
        Effort effort() {
            return effort;
        }

        /** Returns the expression as it is written in the file. */
        String text() {
            return text;
        }

        /** Returns the name of an input when the expression is nothing but that, else null. */
        @Nullable
        String name() {
            return parsed.expression() instanceof Ref ref && ref.names().size() == 1
                    ? ref.names().head()
                    : null;
        }

        Outcome evaluate(Map<String, @Nullable Object> facts, Functions functions) {
            return literal != null
                    ? literal
                    : outcome(
                            () -> engine.evaluate(parsed, context(facts, functions)),
                            failure -> Nulls.explain(failure) && Nulls.within(facts));
        }

        /** Tests an input; where a null leaves it open whether it matches, it does not (DMN 1.3, 10.3.2.8). */
        Outcome test(@Nullable Object input, Map<String, @Nullable Object> facts, Functions functions) {
            Boolean passes = passes(input);
            if (passes == null) {
                return interpreted(input, facts, functions);
            }
            return passes ? Outcome.PASSES : Outcome.PASSES_NOT;
        }

        /** Says whether an input passes unary tests that are nothing but comparisons with literals, else null. */
        @Nullable
        Boolean passes(@Nullable Object input) {
            return (literals == null || input == null) ? null : literals.passes(input);
        }

        /** Tests by FEEL's interpreter, which takes some microseconds and kilobytes for each test. */
        Outcome interpreted(@Nullable Object input, Map<String, @Nullable Object> facts, Functions functions) {
            Outcome outcome = outcome(
                    () -> engine.evaluateWithInput(parsed, input, context(facts, functions)),
                    failure -> ValueTests.explain(failure)
                            || (Nulls.explain(failure) && (Nulls.within(input) || Nulls.within(facts))));
            boolean open = outcome.value() == null && outcome.problem() == null;
            return (open && (Nulls.within(input) || Nulls.within(facts))) ? Outcome.PASSES_NOT : outcome;
        }

        private Context context(Map<String, @Nullable Object> facts, Functions functions) {
            return constant && functions == Functions.NONE ? NOTHING : functions.with(facts);
        }
    }

    /**
     * Compiles an expression.
     *
     * @throws InvalidFeelException when it is not FEEL
     */
    Expression expression(String text) throws InvalidFeelException {
        return expression(text, text);
    }

    /**
     * Compiles an expression that is written otherwise than FEEL's parser takes it.
     *
     * @param written how the file has it
     * @param feel how the parser takes it
     * @throws InvalidFeelException when it is not FEEL
     */
    Expression expression(String written, String feel) throws InvalidFeelException {
        return compiled(written, () -> engine.parseExpression(feel));
    }

    /**
     * Compiles unary tests, the language of an input cell.
     *
     * @param written how the file has them
     * @param feel how the parser takes them
     * @throws InvalidFeelException when they are not FEEL
     */
    Expression unaryTests(String written, String feel) throws InvalidFeelException {
        Expression tests = compiled(written, () -> engine.parseUnaryTests(feel));
        return new Expression(written, ValueTests.of(tests.parsed));
    }

    /** Returns an expression that gives nothing, to stand in for one that is no FEEL. */
    Expression nothing() {
        return new Expression("null", engine.parseExpression("null").parsedExpression());
    }

    /** FEEL's parser and interpreter go down into an expression by recursion. */
    private Expression compiled(String written, Supplier<ParseResult> parsing) throws InvalidFeelException {
        try {
            ParseResult result = parsing.get();
            if (result.isFailure()) {
                throw new InvalidFeelException(result.failure().message());
            }
            return new Expression(written, result.parsedExpression());
        } catch (StackOverflowError e) {
            throw new InvalidFeelException("it is nested too deeply");
        }
    }

    /**
     * FEEL turns a comparison it cannot make, or a name it does not know, into null: here that is a problem.
     *
     * @param meant which of these failures are none by the standard
     */
    private static Outcome outcome(Interruptible evaluation, Predicate<EvaluationFailure> meant) {
        try {
            EvaluationResult result = evaluation.evaluate();
            if (result.isFailure()) {
                return new Outcome(null, result.failure().message());
            }
            for (EvaluationFailure failure : result.getSuppressedFailures()) {
                if (!meant.test(failure)) {
                    return new Outcome(null, failure.failureMessage());
                }
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
