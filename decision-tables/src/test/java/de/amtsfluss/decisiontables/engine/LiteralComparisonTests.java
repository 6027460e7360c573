package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what comparisons with literals say with what FEEL's interpreter says. */
class LiteralComparisonTests {

    private static final String LONG = "12345678901234567890123456789012345678901234";

    private static final Feel FEEL = new Feel();

    /** Literals that FEEL can order, and so Java does it. */
    private static final List<List<String>> ORDERED = List.of(
            List.of("0", "1", "1.0", "1.00", "-1", "-0.5", "2.5", "100", "0.1", LONG, "-" + LONG, LONG + ".5"),
            List.of("\"\"", "\"a\"", "\"A\"", "\"ab\"", "\"ä\"", "\"z\"", "\"1\"", "\"\uD83D\uDE00\"", "\"\uFFFD\""),
            List.of("date(\"2026-02-28\")", "@\"2026-03-01\"", "date(\"2024-02-29\")", "@\"-0001-01-01\""),
            List.of("time(\"08:00:00\")", "@\"23:59:59\"", "time(\"08:00:00.5\")"),
            List.of("date and time(\"2026-03-01T08:00:00\")", "@\"2026-03-01T00:00:00\""),
            List.of("duration(\"PT1H\")", "duration(\"PT60M\")", "@\"P1D\"", "-duration(\"PT1H\")", "@\"-P1D\""));

    private static final List<String> OTHERS = List.of(
            "true",
            "false",
            "null",
            "duration(\"P1Y\")",
            "duration(\"P12M\")",
            "time(\"08:00:00+01:00\")",
            "date and time(\"2026-03-01T08:00:00@Europe/Berlin\")",
            "date(\"2026-13-01\")",
            "[1, 2]",
            "{a: 1}",
            "1 + 1",
            "-(1)",
            "--1",
            "?",
            "today()");

    private static final List<Object> INPUTS = List.of(
            new BigDecimal("0"),
            new BigDecimal("0.00"),
            new BigDecimal("1"),
            new BigDecimal("1.0"),
            new BigDecimal("1E+2"),
            new BigDecimal("-1"),
            new BigDecimal("0.1"),
            new BigDecimal("-0.5"),
            new BigDecimal(LONG),
            new BigDecimal("-" + LONG),
            new BigDecimal(LONG + ".4"),
            "",
            "a",
            "A",
            "ä",
            "b",
            "1",
            "true",
            "\uD83D\uDE00",
            "\uFFFD",
            "2026-03-01",
            true,
            false,
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 2, 28),
            LocalDate.of(-1, 1, 1),
            LocalTime.of(8, 0),
            LocalTime.of(23, 59, 59),
            OffsetTime.parse("08:00:00+01:00"),
            LocalDateTime.of(2026, 3, 1, 8, 0),
            LocalDateTime.of(2026, 3, 1, 0, 0),
            ZonedDateTime.parse("2026-03-01T08:00:00+01:00[Europe/Berlin]"),
            Duration.ofHours(1),
            Duration.ofHours(-1),
            Duration.ofDays(1),
            Period.ofYears(1),
            Period.ofMonths(12).normalized(),
            List.of(),
            List.of(new BigDecimal("1")),
            Map.of("a", new BigDecimal("1")));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void saysWhatFeelSaysOrNothing(int seed) {
        Random random = new Random(seed);
        Map<Boolean, Integer> answers = new HashMap<>();
        for (int number = 0; number < 2_000; number++) {
            String cell = cell(random, 2);
            Feel.Expression test = parsed(cell);
            if (test == null) {
                continue;
            }
            for (Object input : INPUTS) {
                Boolean passes = test.passes(input);
                if (passes != null) {
                    answers.merge(passes, 1, Integer::sum);
                    assertThat(test.interpreted(input, Map.of(), Functions.NONE))
                            .describedAs("%s for %s '%s'", cell, input.getClass(), input)
                            .isEqualTo(new Feel.Outcome(passes, null));
                }
            }
        }
        assertThat(answers.values()).hasSize(2).allMatch(count -> count > 1_000);
    }

    @Test
    void answersForEachTypeThatHasAnOrder() {
        for (List<String> literals : ORDERED) {
            String literal = literals.getFirst();
            Object input = value(literal);
            for (String cell :
                    List.of("%s", "< %s", "<= %s", "> %s", ">= %s", "[%1$s..%1$s]", "not(%s)", "%1$s, %1$s")) {
                assertThat(required(cell.formatted(literal)).passes(input))
                        .describedAs("%s for '%s'", cell.formatted(literal), input)
                        .isNotNull();
            }
        }
        assertThat(required("false").passes(false)).isTrue();
        assertThat(required("false").passes(true)).isFalse();
    }

    @Test
    void leavesWhatFeelCannotCompareToFeel() {
        assertThat(required("< 5").passes("4")).isNull();
        assertThat(required("\"a\"").passes(BigDecimal.ONE)).isNull();
        assertThat(required("< true").passes(false)).isNull();
        assertThat(required("true").passes(false)).isNull();
        assertThat(required("null").passes("a")).isNull();
        assertThat(required("1, \"a\"").passes("a")).isNull();
        assertThat(required("not(< 5)").passes("4")).isNull();
        assertThat(required("< 5, ? = 7").passes(BigDecimal.ONE)).isNull();
        assertThat(required("[1..\"a\"]").passes(BigDecimal.ONE)).isNull();
        assertThat(required("< limit").passes(BigDecimal.ONE)).isNull();
    }

    @Test
    void stopsAtTheFirstTestThatPassesAsFeelDoes() {
        assertThat(required("1, \"a\"").passes(BigDecimal.ONE)).isTrue();
        assertThat(required("1, \"a\"").interpreted(BigDecimal.ONE, Map.of(), Functions.NONE))
                .isEqualTo(new Feel.Outcome(true, null));
    }

    @Test
    void givesLiteralsAsFeelDoes() throws Feel.InvalidFeelException {
        List<String> literals = Stream.concat(
                        ORDERED.stream().flatMap(List::stream), Stream.of("true", "false", "duration(\"P1Y\")"))
                .toList();
        for (String literal : literals) {
            // A conditional is none, so that the interpreter gives its value.
            Feel.Outcome interpreted = FEEL.expression("if 1 = 1 then (%s) else null".formatted(literal))
                    .evaluate(Map.of(), Functions.NONE);

            assertThat(FEEL.expression(literal).evaluate(Map.of(), Functions.NONE))
                    .describedAs(literal)
                    .isEqualTo(interpreted);
        }
    }

    /** The same test twice, the second time so that only the interpreter can make it. */
    private record Pair(String literal, String asked) {}

    private static final List<List<Pair>> COLUMNS = List.of(
            List.of(
                    new Pair("< 3", "? < 3"),
                    new Pair("[1..4)", "? in [1..4)"),
                    new Pair("2", "? = 2"),
                    new Pair("not(2, 3)", "not(? in (2, 3))"),
                    new Pair("? > 4", "? > 4"),
                    new Pair("-", "-")),
            List.of(
                    new Pair("\"a\"", "? = \"a\""),
                    new Pair("\"a\", \"b\"", "? in (\"a\", \"b\")"),
                    new Pair("not(\"c\")", "not(? = \"c\")"),
                    new Pair("-", "-")),
            List.of(
                    new Pair("<= @\"2026-03-01\"", "? <= @\"2026-03-01\""),
                    new Pair("> @\"2026-03-01\"", "? > @\"2026-03-01\""),
                    new Pair("-", "-")));

    @ParameterizedTest
    @ValueSource(strings = {"UNIQUE", "FIRST", "ANY", "RULE ORDER"})
    void decidesAsIfAllCellsWereInterpreted(String hitPolicy) {
        Random random = new Random(hitPolicy.hashCode());
        int decided = 0;
        for (int number = 0; number < 60; number++) {
            List<List<Pair>> rows = IntStream.range(0, 6)
                    .mapToObj(row -> COLUMNS.stream()
                            .map(column -> column.get(random.nextInt(column.size())))
                            .toList())
                    .toList();
            Plan compared =
                    table(hitPolicy, rows.stream().map(row -> row.stream().map(Pair::literal)));
            Plan interpreted =
                    table(hitPolicy, rows.stream().map(row -> row.stream().map(Pair::asked)));
            for (int question = 0; question < 20; question++) {
                Map<String, Object> inputs = Map.of(
                        "zahl", random.nextInt(6),
                        "text", List.of("a", "b", "c").get(random.nextInt(3)),
                        "tag", LocalDate.of(2026, 3, 1).plusDays(random.nextInt(2)));

                DecisionResult result = PlanRun.run(compared, 1, inputs);

                assertThat(result)
                        .describedAs("%s for %s", rows, inputs)
                        .isEqualTo(PlanRun.run(interpreted, 1, inputs));
                decided += result instanceof Decided made && !made.outputs().isEmpty() ? 1 : 0;
            }
        }
        assertThat(decided).isBetween(100, 1_199);
    }

    @Test
    void findsAProblemBeforeACellThatRefusesTheRowButNoneBehindIt() {
        Dmn before = Dmn.decision("tafel")
                .input("zahl", "number", null)
                .input("text", "string", null)
                .output("stufe", "string", null)
                .rule(List.of("? < \"a\"", "\"nie\""), List.of("\"eins\""))
                .rule(List.of("-", "-"), List.of("\"zwei\""));
        Dmn behind = Dmn.decision("tafel")
                .input("text", "string", null)
                .input("zahl", "number", null)
                .output("stufe", "string", null)
                .rule(List.of("\"nie\"", "? < \"a\""), List.of("\"eins\""))
                .rule(List.of("-", "-"), List.of("\"zwei\""));
        Map<String, Object> inputs = Map.of("zahl", 1, "text", "immer");

        assertThat(PlanRun.run(before.table(), 1, inputs))
                .isInstanceOfSatisfying(
                        NotDecided.class, not -> assertThat(not.sentence()).contains("row 1"));
        assertThat(PlanRun.run(behind.table(), 1, inputs))
                .isInstanceOfSatisfying(
                        Decided.class, decided -> assertThat(decided.single()).isEqualTo(Map.of("stufe", "zwei")));
    }

    private static Plan table(String hitPolicy, Stream<Stream<String>> rows) {
        Dmn table = Dmn.decision("tafel")
                .hitPolicy(hitPolicy)
                .input("zahl", "number", "[0..10]")
                .input("text", "string", "\"a\",\"b\",\"c\"")
                .input("tag", "date", null)
                .output("stufe", "number", null);
        List<List<String>> cells = rows.map(Stream::toList).toList();
        IntStream.range(0, cells.size()).forEach(row -> table.rule(cells.get(row), List.of(Integer.toString(row / 2))));
        return table.table();
    }

    private static String cell(Random random, int depth) {
        String literal = literal(random);
        return switch (random.nextInt(depth > 0 ? 11 : 9)) {
            case 0, 1 -> literal;
            case 2 -> "< " + literal;
            case 3 -> "<= " + literal;
            case 4 -> "> " + literal;
            case 5 -> ">= " + literal;
            case 6 -> "[%s..%s)".formatted(literal, sameOrOther(random, literal));
            case 7 -> "(%s..%s]".formatted(literal, sameOrOther(random, literal));
            case 8 -> "]%s..%s[".formatted(literal, sameOrOther(random, literal));
            case 9 -> "not(%s)".formatted(cell(random, depth - 1));
            default ->
                Stream.generate(() -> cell(random, 0))
                        .limit(2 + random.nextInt(3))
                        .collect(Collectors.joining(", "));
        };
    }

    private static String literal(Random random) {
        List<String> literals = random.nextInt(6) == 0 ? OTHERS : ORDERED.get(random.nextInt(ORDERED.size()));
        return literals.get(random.nextInt(literals.size()));
    }

    private static String sameOrOther(Random random, String literal) {
        List<String> alike = new ArrayList<>(ORDERED.stream()
                .filter(literals -> literals.contains(literal))
                .findFirst()
                .orElse(OTHERS));
        return random.nextInt(5) == 0 ? literal(random) : alike.get(random.nextInt(alike.size()));
    }

    private static Object value(String literal) {
        try {
            Object value =
                    FEEL.expression(literal).evaluate(Map.of(), Functions.NONE).value();
            Object converted = value == null ? null : FeelType.Basic.ANY.convert(value);
            if (converted == null) {
                throw new AssertionError("Expected a value, but '%s' is none".formatted(literal));
            }
            return converted;
        } catch (Feel.InvalidFeelException e) {
            throw new AssertionError(e);
        }
    }

    private static Feel.Expression required(String cell) {
        Feel.Expression test = parsed(cell);
        if (test == null) {
            throw new AssertionError("Expected unary tests, but '%s' are none".formatted(cell));
        }
        return test;
    }

    private static Feel.@Nullable Expression parsed(String cell) {
        try {
            return FEEL.unaryTests(cell, cell);
        } catch (Feel.InvalidFeelException e) {
            return null;
        }
    }
}
