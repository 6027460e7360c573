package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTests {

    /** A thousand million steps, for which no machine needs less than a millisecond. */
    private static final String LONG = "count(for i in 1..1000 return count(for j in 1..1000 return"
            + " count(for k in 1..1000 return i * j * k)))";

    private final TableRunner impatient = new TableRunner(Duration.ofMillis(1));

    @Test
    void saysThatAnEvaluationTakesTooLong() {
        Plan table = table(LONG);

        assertThat(impatient.run(table, 3, Map.of("x", 1)))
                .isEqualTo(new NotDecided(
                        new DecisionId("dauer"),
                        "Expected table 'dauer' (version 3) to decide within 1 ms, but it took longer."));
    }

    @Test
    void endsWhatTookTooLong() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Callable<DecisionResult> endless = () -> {
            try {
                started.countDown();
                new CountDownLatch(1).await();
                throw new AssertionError("unreachable");
            } finally {
                ended.countDown();
            }
        };

        TimeLimit limit = new TimeLimit(Duration.ofMillis(1));
        // What is given up before a thread is free for it never starts.
        while (started.getCount() > 0) {
            DecisionResult result = limit.run("table 'dauer'", new DecisionId("dauer"), endless);
            assertThat(result).isInstanceOf(NotDecided.class);
        }

        assertThat(ended.await(1, TimeUnit.MINUTES)).describedAs("ended").isTrue();
    }

    @Test
    void letsFeelEndAtItsNextStepWhenItsThreadIsInterrupted() throws Feel.InvalidFeelException {
        Feel.Expression expression = new Feel().expression(LONG);

        Thread.currentThread().interrupt();
        Feel.Outcome outcome = expression.evaluate(Map.of(), Functions.NONE);

        assertThat(Thread.interrupted()).describedAs("still interrupted").isTrue();
        assertThat(outcome).isEqualTo(new Feel.Outcome(null, "it was interrupted"));
    }

    @Test
    void decidesWithinTheLimit() {
        Plan table = table("sum(for i in 1..10 return i)");

        assertThat(new TableRunner(Duration.ofMinutes(1)).run(table, 1, Map.of("x", 1)))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.number("y")).isEqualTo(new BigDecimal(55)));
    }

    /** Somewhere between the shortest and the longest, the parser can still follow and the interpreter cannot. */
    @ParameterizedTest
    @ValueSource(ints = {500, 1000, 1500, 2000, 3000, 4000, 6000, 8000, 12_000, 16_000, 32_000})
    void leavesNoLongChainWithoutAnswer(int length) {
        String chain = "1" + " + 1".repeat(length);
        Dmn dmn = Dmn.decision("dauer")
                .input("x", "number", null)
                .output("y", "number", null)
                .rule(List.of("-"), List.of(chain));

        try {
            DecisionResult result = new TableRunner(Duration.ofMinutes(1)).run(dmn.table(), 1, Map.of("x", 1));
            if (result instanceof NotDecided notDecided) {
                assertThat(notDecided.sentence()).endsWith("but FEEL says: it is nested too deeply.");
            } else {
                assertThat(((Decided) result).number("y")).isEqualTo(BigDecimal.valueOf(length + 1L));
            }
        } catch (RefusedTableException e) {
            assertThat(e).hasMessageContaining("it is nested too deeply");
        }
    }

    @Test
    void permitsNoRecursion() {
        Plan table = table("{f: function(g, n) 1 + g(g, n + 1), r: f(f, 1)}.r");

        assertThat(new TableRunner(Duration.ofMinutes(1)).run(table, 1, Map.of("x", 1)))
                .isInstanceOfSatisfying(
                        NotDecided.class,
                        result -> assertThat(result.sentence())
                                .startsWith("Expected table 'dauer' (version 1) to evaluate row 1, output 'y',"
                                        + " but FEEL says: "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + x|false",
                "if x > 1 then 1 else date(\"2026-01-01\").year|false",
                "sum([x, 1])|false",
                "sum([x, 1][item > 0])|true",
                "for i in [x] return i|true",
                "if some i in [x] satisfies i > 1 then 1 else 2|true",
                "if every i in [x] satisfies i > 1 then 1 else 2|true",
                "if matches(string(x), \"(a+)+\") then 1 else 2|true",
                "sort([x], function(a, b) a < b)[1]|true"
            })
    void looksAtTheClockOnlyWhereACellMayTakeLong(String entry, boolean unbounded) {
        assertThat(table(entry).unbounded()).isEqualTo(unbounded);
    }

    @ParameterizedTest
    @CsvSource({"list<number>, true", "context, true", "Any, true", "date and time, false"})
    void looksAtTheClockWhereAnInputMayBeLarge(String type, boolean unbounded) {
        Plan table = Dmn.decision("dauer")
                .input("x", type.replace("<", "&lt;"), null)
                .output("y", "number", null)
                .rule(List.of("-"), List.of("1"))
                .table();

        assertThat(table.unbounded()).isEqualTo(unbounded);
    }

    @Test
    void refusesALimitWithinWhichNothingCanBeDecided() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecisionTablesProperties(Duration.ZERO, Duration.ofSeconds(2)))
                .withMessage("Expected a time limit above zero, but got PT0S");
    }

    private static Plan table(String entry) {
        return Dmn.decision("dauer")
                .input("x", "number", null)
                .output("y", "number", null)
                .rule(List.of("-"), List.of(entry))
                .table();
    }
}
