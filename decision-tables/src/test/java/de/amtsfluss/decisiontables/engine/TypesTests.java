package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.types.BasicType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which types of Java go in and come out for the types of FEEL. */
class TypesTests {

    private static final TableRunner RUNNER = new TableRunner(Duration.ofSeconds(10));

    static Stream<Arguments> values() {
        ZonedDateTime berlin = ZonedDateTime.of(2026, 3, 1, 8, 30, 0, 0, ZoneId.of("Europe/Berlin"));
        ZonedDateTime offset = ZonedDateTime.of(2026, 3, 1, 8, 30, 0, 0, ZoneOffset.ofHours(1));
        return Stream.of(
                Arguments.of("string", "a", "a", "\"a\""),
                Arguments.of("number", 1.50, new BigDecimal("1.5"), "1.5"),
                Arguments.of("boolean", true, true, "true"),
                Arguments.of("date", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1), "date(\"2026-03-01\")"),
                Arguments.of("time", LocalTime.of(8, 30), LocalTime.of(8, 30), "time(\"08:30:00\")"),
                Arguments.of(
                        "time",
                        OffsetTime.of(8, 30, 0, 0, ZoneOffset.ofHours(1)),
                        OffsetTime.of(8, 30, 0, 0, ZoneOffset.ofHours(1)),
                        "time(\"08:30:00+01:00\")"),
                Arguments.of(
                        "dateTime",
                        LocalDateTime.of(2026, 3, 1, 8, 30),
                        LocalDateTime.of(2026, 3, 1, 8, 30),
                        "date and time(\"2026-03-01T08:30:00\")"),
                Arguments.of("date and time", berlin, berlin, "date and time(\"2026-03-01T08:30:00@Europe/Berlin\")"),
                Arguments.of(
                        "date and time",
                        OffsetDateTime.of(2026, 3, 1, 8, 30, 0, 0, ZoneOffset.ofHours(1)),
                        offset,
                        "date and time(\"2026-03-01T08:30:00+01:00\")"),
                Arguments.of("dayTimeDuration", Duration.ofHours(36), Duration.ofHours(36), "duration(\"P1DT12H\")"),
                Arguments.of("yearMonthDuration", Period.ofMonths(18), Period.of(1, 6, 0), "duration(\"P1Y6M\")"),
                Arguments.of("list<number>", List.of(1, 2.0), decimals(1, 2), "[1, 2]"),
                Arguments.of("list<list<string>>", List.of(List.of("a")), List.of(List.of("a")), "[[\"a\"]]"),
                Arguments.of("list", Arrays.asList(1, null), Arrays.asList(BigDecimal.ONE, null), "[1, null]"),
                Arguments.of(
                        "context",
                        Map.of("a", 1, "b", List.of("c")),
                        Map.of("a", BigDecimal.ONE, "b", List.of("c")),
                        "{a: 1, b: [\"c\"]}"),
                Arguments.of("Any", 7L, BigDecimal.valueOf(7), "7"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void givesAnInputBackAsTheTypeOfItsColumn(String type, Object given, Object expected, String feel) {
        Plan table = through(type, "-", "x");

        assertThat(output(table, given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("values")
    void givesWhatFeelComputesAsTheSameType(String type, Object given, Object expected, String feel) {
        Plan table = through(type, "-", feel);

        assertThat(output(table, given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("values")
    void letsFeelCompareAnInputWithItsLiteral(String type, Object given, Object expected, String feel) {
        Plan table = through(type, "? = " + feel, "x");

        assertThat(output(table, given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time|\"08:00\"",
                "date and time|date(\"2026-03-01\")",
                "dayTimeDuration|duration(\"P1Y\")",
                "yearMonthDuration|duration(\"P1D\")",
                "list<number>|[1, \"a\"]",
                "list<string>|\"a\"",
                "context|[1]",
                "Any|function(a) a"
            })
    void refusesOutputsOfAnotherType(String type, String feel) {
        Plan table = through("Any", type, "-", feel);

        assertThat(sentence(table, 1))
                .startsWith("Expected table 'typen' (version 1) to give a %s in row 1, output 'y', but got '"
                        .formatted(BasicType.of(type).map(BasicType::toString).orElse(type)));
    }

    @Test
    void refusesInputsOfAnotherType() {
        assertThat(sentence(through("yearMonthDuration", "-", "x"), Period.of(0, 1, 1)))
                .isEqualTo("Expected table 'typen' (version 1) to get a years and months duration as input 'x',"
                        + " but got 'P1M1D'.");
        assertThat(sentence(through("list<number>", "-", "x"), List.of("a")))
                .isEqualTo("Expected table 'typen' (version 1) to get a list<number> as input 'x', but got '[a]'.");
        assertThat(sentence(through("context", "-", "x"), Map.of(1, 2)))
                .isEqualTo("Expected table 'typen' (version 1) to get a context as input 'x', but got '{1=2}'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time|[time(\"08:00:00\")..time(\"09:00:00\")]|time(\"08:30:00\")|time(\"09:30:00\")",
                "date|>= date(\"2026-01-01\")|date(\"2026-01-01\")|date(\"2025-12-31\")",
                "dayTimeDuration|< duration(\"P1D\")|duration(\"PT23H\")|duration(\"PT24H\")",
                "yearMonthDuration|duration(\"P1Y\")|duration(\"P12M\")|duration(\"P11M\")",
                "dateTime|> date and time(\"2026-01-01T00:00:00\")|date and time(\"2026-01-01T00:00:01\")"
                        + "|date and time(\"2026-01-01T00:00:00\")",
                "list<string>|\"a\",\"b\"|[\"a\", \"b\"]|[\"a\", \"c\"]"
            })
    void enforcesAllowedValuesOfAllTypes(String type, String allowed, String right, String wrong) throws Exception {
        Plan input = Dmn.decision("typen")
                .input("x", type.replace("<", "&lt;"), allowed)
                .output("y", "boolean", null)
                .rule(List.of("-"), List.of("true"))
                .table();
        Plan output = Dmn.decision("typen")
                .input("x", "Any", null)
                .output("y", type.replace("<", "&lt;"), allowed)
                .rule(List.of("-"), List.of("x"))
                .table();
        Object allowedValue = value(right);
        Object otherValue = value(wrong);

        assertThat(RUNNER.run(input, 1, Map.of("x", allowedValue))).isInstanceOf(Decided.class);
        assertThat(RUNNER.run(output, 1, Map.of("x", allowedValue))).isInstanceOf(Decided.class);
        assertThat(sentence(input, otherValue))
                .startsWith("Expected table 'typen' (version 1) to get one of " + allowed + " as input 'x', but got '");
        assertThat(sentence(output, otherValue))
                .startsWith("Expected table 'typen' (version 1) to give one of " + allowed
                        + " in row 1, output 'y', but got '");
    }

    private static Object value(String feel) throws Feel.InvalidFeelException {
        Object computed =
                new Feel().expression(feel).evaluate(Map.of(), Functions.NONE).value();
        return Objects.requireNonNull(FeelType.Basic.ANY.convert(Objects.requireNonNull(computed)));
    }

    private static List<BigDecimal> decimals(int... numbers) {
        return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
    }

    private static Plan through(String type, String test, String entry) {
        return through(type, type, test, entry);
    }

    private static Plan through(String input, String output, String test, String entry) {
        return Dmn.decision("typen")
                .input("x", input.replace("<", "&lt;"), null)
                .output("y", output.replace("<", "&lt;"), null)
                .rule(List.of(test), List.of(entry))
                .table();
    }

    private static Object output(Plan table, Object given) {
        DecisionResult result = RUNNER.run(table, 1, Map.of("x", given));
        assertThat(result).isInstanceOf(Decided.class);
        return Objects.requireNonNull(((Decided) result).single().get("y"));
    }

    private static String sentence(Plan table, Object given) {
        DecisionResult result = RUNNER.run(table, 1, Map.of("x", given));
        assertThat(result).isInstanceOf(NotDecided.class);
        return ((NotDecided) result).sentence();
    }
}
