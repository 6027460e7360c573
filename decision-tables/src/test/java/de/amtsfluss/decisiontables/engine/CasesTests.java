package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.RuleHit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flowable.dmn.model.DecisionTable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the cases that lie beside the tables. */
class CasesTests {

    private static final Path TABLES = Path.of("tables");

    /** One table for each hit policy and each type, see the README beside them. */
    private static final Path SAMPLES = Path.of("src/test/resources/sample-tables");

    private final TableRunner runner = new TableRunner(Duration.ofSeconds(10));

    @TestFactory
    Stream<DynamicNode> everyTableDecidesItsCasesAndEachRowIsHit() throws IOException {
        List<Path> samples = below(SAMPLES, ".dmn");
        List<Path> tables =
                Stream.concat(below(TABLES, ".dmn").stream(), samples.stream()).toList();

        assertThat(samples).hasSizeGreaterThan(10);
        assertThat(tables).hasSizeGreaterThan(samples.size());
        return tables.stream()
                .map(dmn -> DynamicTest.dynamicTest(
                        dmn.toString(), () -> assertThat(findings(dmn)).isEmpty()));
    }

    @Test
    void allCasesBelongToATable() throws IOException {
        assertThat(below(TABLES, ".cases.csv"))
                .allSatisfy(cases -> assertThat(cases.resolveSibling(
                                cases.getFileName().toString().replace(".cases.csv", ".dmn")))
                        .exists());
    }

    @Test
    void findsRowsWithoutCase(@TempDir Path folder) throws IOException {
        Path dmn = write(folder, "Fall;alter;tarif\nKind;17;Kind\n");

        assertThat(findings(dmn)).containsExactly("Expected each row of tarif to be hit, but no case hits row 2");
    }

    @Test
    void findsCasesThatAreDecidedOtherwise(@TempDir Path folder) throws IOException {
        Path dmn = write(folder, "Fall;alter;tarif\nKind;17;Erwachsene\nGrenze;18;Erwachsene\n");

        assertThat(findings(dmn))
                .containsExactly("Expected case 'Kind' to give [{tarif=Erwachsene}], but got [{tarif=Kind}]");
    }

    @Test
    void findsCasesThatSaySomethingElse(@TempDir Path folder) throws IOException {
        Path dmn = write(
                folder, "Fall;alter;tarif;Begründung\nKind;17;Kind;tarif: Kind.\nGrenze;18;Erwachsene;tarif: Kind.\n");

        assertThat(findings(dmn))
                .containsExactly("Expected case 'Grenze' to say 'tarif: Kind.', but got 'tarif: Erwachsene.'");
    }

    @Test
    void findsTablesWithoutCases(@TempDir Path folder) throws IOException {
        Path none = write(folder, "Fall;alter;tarif\n");
        assertThat(findings(none)).containsExactly("Expected cases for tarif, but there are none");

        Files.delete(folder.resolve("tarif.cases.csv"));
        assertThat(findings(none)).containsExactly("Expected cases for tarif, but there are none");
    }

    @Test
    void findsHeadingsThatAreNoColumns(@TempDir Path folder) throws IOException {
        Path dmn = write(folder, "Fall;alter;preis\nKind;17;Kind\n");

        assertThat(findings(dmn))
                .containsExactly("Expected the headings [Fall, alter, tarif], but found [Fall, alter, preis]");
    }

    private List<String> findings(Path dmn) throws IOException {
        TableFile file = new TableFile(dmn.toString().replace('\\', '/'), Files.readAllBytes(dmn));
        Plan plan = Dmn.plan(file.stem(), file);
        Table table = (Table) plan.last();
        Cases cases = Cases.beside(dmn, table);
        if (!cases.findings().isEmpty()) {
            return cases.findings();
        }
        List<DecisionResult> results = cases.cases().stream()
                .map(one -> runner.run(plan, 1, one.inputs()))
                .toList();
        Stream<String> otherwise = IntStream.range(0, results.size())
                .mapToObj(number -> otherwise(cases.cases().get(number), results.get(number)))
                .flatMap(List::stream);
        return Stream.concat(otherwise, rowsWithoutCase(table, results)).toList();
    }

    private static List<String> otherwise(Cases.Case expected, DecisionResult result) {
        if (result instanceof Decided decided && decided.outputs().equals(expected.outputs())) {
            return expected
                    .sentence()
                    .filter(sentence -> !sentence.equals(decided.sentence()))
                    .map(sentence -> "Expected case '%s' to say '%s', but got '%s'"
                            .formatted(expected.name(), sentence, decided.sentence()))
                    .stream()
                    .toList();
        }
        return List.of("Expected case '%s' to give %s, but got %s"
                .formatted(
                        expected.name(),
                        expected.outputs(),
                        result instanceof Decided decided ? decided.outputs() : ((NotDecided) result).sentence()));
    }

    private static Stream<String> rowsWithoutCase(Table table, List<DecisionResult> results) {
        List<Integer> hit = results.stream()
                .filter(Decided.class::isInstance)
                .flatMap(result -> ((Decided) result).rules().stream().map(RuleHit::row))
                .toList();
        int rows = ((DecisionTable) table.model().getExpression()).getRules().size();
        return IntStream.rangeClosed(1, rows)
                .filter(row -> !hit.contains(row))
                .mapToObj(
                        row -> "Expected each row of %s to be hit, but no case hits row %d".formatted(table.id(), row));
    }

    private static List<Path> below(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static Path write(Path folder, String cases) throws IOException {
        Dmn dmn = Dmn.tarif()
                .rule(List.of("< 18"), List.of("\"Kind\""))
                .rule(List.of(">= 18"), List.of("\"Erwachsene\""));
        Files.writeString(folder.resolve("tarif.cases.csv"), cases);
        return Files.writeString(folder.resolve("tarif.dmn"), dmn.xml());
    }
}
