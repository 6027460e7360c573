package de.amtsfluss.decisiontables.check;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.TableFinding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what the check says about random tables with what FEEL says about each of their inputs. */
class RandomTablesCheckTests {

    private static final int TABLES = 400;
    private static final String GAP = "Expected a row for every input, but none matches ";
    private static final String OVERLAP = "Expected one row at most to match an input, but both match ";
    private static final String CONFLICT =
            "Expected rows that match the same input to give the same outputs, but both match ";
    private static final String DUPLICATE = "Expected each row to differ from all others";
    private static final String UNREACHABLE = "Expected an input for which this row decides";

    private static final FeelEngineApi FEEL = FeelEngineBuilder.create().build();
    private static final Map<String, Boolean> ANSWERS = new HashMap<>();

    /** An input with all of its values that can differ: between whole numbers one is enough. */
    private record Domain(String name, String typeRef, String allowed, List<Object> values, List<String> tests) {}

    private static final List<Domain> DOMAINS = List.of(
            new Domain(
                    "alter",
                    "number",
                    "[0..3]",
                    List.of(
                            decimal("0"),
                            decimal("0.5"),
                            decimal("1"),
                            decimal("1.5"),
                            decimal("2"),
                            decimal("2.5"),
                            decimal("3")),
                    List.of(
                            "-",
                            "< 1",
                            "<= 1",
                            "> 2",
                            ">= 2",
                            "[0..2)",
                            "(1..3]",
                            "]0..3[",
                            "not([1..2])",
                            "1, 2",
                            "0, > 2",
                            "not(0, 3)",
                            "[2..1]")),
            new Domain(
                    "fraktion",
                    "string",
                    "\"a\",\"b\",\"c\"",
                    List.of("a", "b", "c"),
                    List.of("-", "\"a\"", "\"a\",\"b\"", "not(\"a\")", "not(\"b\",\"c\")", "\"c\"", "")),
            new Domain("aktiv", "boolean", "", List.of(true, false), List.of("-", "true", "false", "not(false)")),
            new Domain(
                    "stichtag",
                    "date",
                    "[date(\"2026-01-01\")..date(\"2026-01-04\")]",
                    IntStream.rangeClosed(1, 4)
                            .<Object>mapToObj(day -> LocalDate.of(2026, 1, day))
                            .toList(),
                    List.of(
                            "-",
                            "< date(\"2026-01-03\")",
                            "> date(\"2026-01-02\")",
                            "@\"2026-01-01\"",
                            ">= @\"2026-01-02\"",
                            "(@\"2026-01-01\"..@\"2026-01-04\")",
                            "not(@\"2026-01-04\")")));

    /** A table with the rows each of its inputs matches. */
    private record Sample(List<TableFinding> findings, List<Integer> outputs, Map<String, Set<Integer>> hits) {

        List<TableFinding> saying(String sentence) {
            return findings.stream()
                    .filter(finding -> finding.sentence().startsWith(sentence))
                    .toList();
        }

        Collection<List<Integer>> rowsSaying(String sentence) {
            return saying(sentence).stream().map(TableFinding::rows).toList();
        }

        boolean overlap(int one, int other) {
            return hits.values().stream().anyMatch(rows -> rows.contains(one) && rows.contains(other));
        }

        Set<List<Integer>> pairs(boolean differing) {
            Set<List<Integer>> pairs = new HashSet<>();
            Set<Integer> repeating = repeating();
            for (int one = 1; one <= outputs.size(); one++) {
                for (int other = one + 1; other <= outputs.size(); other++) {
                    if (overlap(one, other) && !(differing && sameOutput(one, other))) {
                        pairs.add(List.of(one, other));
                    }
                }
            }
            pairs.removeIf(pair -> pair.stream().anyMatch(repeating::contains));
            return pairs;
        }

        boolean sameOutput(int one, int other) {
            return outputs.get(one - 1).equals(outputs.get(other - 1));
        }

        Set<Integer> repeating() {
            return IntStream.rangeClosed(1, outputs.size())
                    .filter(row -> hits.values().stream().anyMatch(rows -> rows.contains(row)))
                    .filter(row -> IntStream.range(1, row)
                            .anyMatch(earlier -> sameOutput(earlier, row)
                                    && hits.values().stream()
                                            .allMatch(rows -> rows.contains(earlier) == rows.contains(row))))
                    .boxed()
                    .collect(Collectors.toSet());
        }

        Set<List<Integer>> neverFirst() {
            return IntStream.rangeClosed(1, outputs.size())
                    .filter(row -> hits.values().stream().anyMatch(rows -> rows.contains(row)))
                    .filter(row -> hits.values().stream()
                            .filter(rows -> rows.contains(row))
                            .allMatch(rows -> rows.stream().anyMatch(earlier -> earlier < row)))
                    .<List<Integer>>mapToObj(List::of)
                    .collect(Collectors.toSet());
        }

        Set<String> uncovered() {
            return hits.entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNIQUE", "ANY", "FIRST"})
    void findsAGapWhereFeelMatchesNoRow(String hitPolicy) {
        int complete = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            Sample sample = sample(hitPolicy, seed, false);
            Set<String> uncovered = sample.uncovered();
            List<String> gaps = sample.saying(GAP).stream()
                    .map(gap -> gap.sentence().substring(GAP.length()))
                    .toList();

            assertThat(uncovered).describedAs("seed %d", seed).containsAll(gaps);
            assertThat(gaps.isEmpty()).describedAs("seed %d", seed).isEqualTo(uncovered.isEmpty());
            complete += uncovered.isEmpty() ? 1 : 0;
        }
        assertThat(complete).isBetween(TABLES / 20, TABLES * 19 / 20);
    }

    @Test
    void findsTheOverlapsThatFeelShowsUnderUnique() {
        for (int seed = 0; seed < TABLES; seed++) {
            Sample sample = sample("UNIQUE", seed, false);

            assertThat(sample.rowsSaying(OVERLAP))
                    .describedAs("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(sample.pairs(false));
            assertThat(sample.saying(OVERLAP))
                    .allSatisfy(overlap -> assertThat(
                                    sample.hits().get(overlap.sentence().substring(OVERLAP.length())))
                            .containsAll(overlap.rows()));
        }
    }

    @Test
    void findsTheConflictsThatFeelShowsUnderAny() {
        for (int seed = 0; seed < TABLES; seed++) {
            Sample sample = sample("ANY", seed, true);

            assertThat(sample.rowsSaying(CONFLICT))
                    .describedAs("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(sample.pairs(true));
        }
    }

    @Test
    void findsTheRowsThatAreNeverFirst() {
        for (int seed = 0; seed < TABLES; seed++) {
            Sample sample = sample("FIRST", seed, false);

            assertThat(sample.rowsSaying(UNREACHABLE))
                    .describedAs("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(sample.neverFirst());
        }
    }

    @Test
    void findsTheRowsThatSayTheSame() {
        for (int seed = 0; seed < TABLES; seed++) {
            Sample sample = sample("RULE ORDER", seed, true);

            assertThat(sample.rowsSaying(DUPLICATE).stream().map(List::getLast))
                    .describedAs("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(sample.repeating());
        }
    }

    private static Sample sample(String hitPolicy, int seed, boolean equalOutputs) {
        Random random = new Random(seed);
        ProbeTable table = new ProbeTable(hitPolicy);
        List<Domain> domains =
                DOMAINS.stream().filter(domain -> random.nextInt(3) > 0).toList();
        domains = domains.isEmpty() ? DOMAINS.subList(0, 1) : domains;
        domains.forEach(domain -> table.input(domain.name(), domain.typeRef(), domain.allowed()));
        List<List<String>> rows = new ArrayList<>();
        List<Integer> outputs = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int row = 0; row < count; row++) {
            rows.add(domains.stream()
                    .map(domain -> random.nextInt(3) == 0
                            ? "-"
                            : domain.tests().get(random.nextInt(domain.tests().size())))
                    .toList());
            outputs.add(equalOutputs ? random.nextInt(2) : row);
            table.row(rows.getLast(), outputs.getLast());
        }
        Map<String, Set<Integer>> hits = new TreeMap<>();
        addHits(domains, rows, new ArrayList<>(), hits);
        return new Sample(table.findings(), outputs, hits);
    }

    private static void addHits(
            List<Domain> domains, List<List<String>> rows, List<Object> input, Map<String, Set<Integer>> hits) {
        if (input.size() < domains.size()) {
            for (Object value : domains.get(input.size()).values()) {
                input.add(value);
                addHits(domains, rows, input, hits);
                input.removeLast();
            }
            return;
        }
        String text = IntStream.range(0, input.size())
                .mapToObj(column -> domains.get(column).name() + " = " + new Literal(input.get(column)))
                .collect(Collectors.joining(", "));
        hits.put(
                text,
                IntStream.range(0, rows.size())
                        .filter(row -> IntStream.range(0, input.size())
                                .allMatch(column -> matches(rows.get(row).get(column), input.get(column))))
                        .mapToObj(row -> row + 1)
                        .collect(Collectors.toSet()));
    }

    private static boolean matches(String test, Object value) {
        return test.isEmpty()
                || ANSWERS.computeIfAbsent(test + " " + value, key -> {
                    EvaluationResult result = FEEL.evaluateUnaryTests(test, value, Map.of());
                    assertThat(result.isSuccess()).describedAs(key).isTrue();
                    return Boolean.TRUE.equals(result.result());
                });
    }

    private static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }
}
