package de.amtsfluss.decisiontables.check;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.decisiontables.TableFinding.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StaticTableCheckTests {

    private final StaticTableCheck check = new StaticTableCheck();

    @Test
    void findsNothingInTheTablesOfTheAdministration() throws IOException {
        List<TableFinding> findings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("tables"))) {
            List<Path> tables =
                    files.filter(file -> file.toString().endsWith(".dmn")).toList();
            assertThat(tables).isNotEmpty();
            for (Path table : tables) {
                findings.addAll(check.check(table.toString(), Files.readAllBytes(table)));
            }
        }

        // Rows whose limit is a column itself, such as the levels of a gauge, cannot be looked at exactly.
        assertThat(findings)
                .filteredOn(finding -> Strictness.OFFICE.refuses(finding)
                        || !finding.toString().contains("Expected a test that compares with literals"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesNoSample(Path sample) throws IOException {
        assertThat(check.check(sample.toString(), Files.readAllBytes(sample)))
                .filteredOn(Strictness.OFFICE::refuses)
                .isEmpty();
    }

    static List<Path> samples() throws IOException {
        List<Path> samples = new ArrayList<>();
        for (String folder : List.of("sample-tables", "sample-graphs")) {
            try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
                files.filter(file -> file.toString().endsWith(".dmn")).forEach(samples::add);
            }
        }
        assertThat(samples).hasSizeGreaterThan(15);
        return samples;
    }

    @Test
    void saysNothingAboutAFileWithoutTable() {
        assertThat(sentences("<definitions><decision id=\"a\"><literalExpression><text>1</text></literalExpression>"
                        + "</decision></definitions>"))
                .isEmpty();
    }

    @Test
    void saysThatAFileIsNoXml() {
        assertThat(sentences("<definitions>"))
                .singleElement()
                .asString()
                .startsWith("Expected XML without document type");
    }

    @Test
    void saysThatACellIsNestedTooDeeply() {
        ProbeTable table = new ProbeTable("UNIQUE").input("x", "number", "[0..1]");
        table.row(List.of("(".repeat(20_000) + "1" + ")".repeat(20_000)), 1);

        assertThat(table.findings())
                .extracting(TableFinding::sentence)
                .containsExactly("Expected FEEL that can be read, but a cell is nested too deeply");
    }

    @Test
    void readsNoForeignFile() {
        assertThat(sentences(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><definitions>&e;</definitions>"))
                .singleElement()
                .asString()
                .contains("DOCTYPE is disallowed");
    }

    @Test
    void placesAFindingByRowsAndColumn() {
        TableFinding finding = new TableFinding(
                Severity.ERROR, "tables/a/tarif.dmn", "tarif", List.of(1, 3), "alter", "Expected x, but found y");

        assertThat(finding.line()).isEqualTo("rows 1 and 3, column 'alter': Expected x, but found y");
        assertThat(finding)
                .hasToString("tables/a/tarif.dmn, table 'tarif': rows 1 and 3, column 'alter':"
                        + " Expected x, but found y");
    }

    /** Three cuts per input, and some cells cut again: 2,187 rows that cover everything once. */
    @Test
    void looksAtAllOfALargeTable() {
        ProbeTable table = new ProbeTable("UNIQUE");
        IntStream.range(0, 7).forEach(input -> table.input("x" + input, "number", "[0..30]"));
        List<String> thirds = List.of("< 10", "[10..20]", "> 20");
        IntStream.range(0, 2187)
                .forEach(number -> table.row(
                        IntStream.range(0, 7)
                                .mapToObj(input -> thirds.get(number / (int) Math.pow(3, input) % 3))
                                .toList(),
                        number));

        assertThat(table.findings()).isEmpty();

        table.row(Collections.nCopies(7, "5"), 9999);

        assertThat(table.findings())
                .singleElement()
                .extracting(TableFinding::rows)
                .isEqualTo(List.of(1, 2188));
    }

    @Test
    void saysThatATableIsTooLargeToLookEverywhere() {
        ProbeTable table = new ProbeTable("FIRST");
        IntStream.range(0, 7).forEach(input -> table.input("x" + input, "number", "[0..1000]"));
        Random random = new Random(7);
        IntStream.range(0, 999)
                .forEach(row -> table.row(
                        IntStream.range(0, 7)
                                .mapToObj(input -> "[%d..%d]".formatted(random.nextInt(200), 800 + random.nextInt(200)))
                                .toList(),
                        row));
        table.row(Collections.nCopies(7, "[1..999]"), 1000);

        assertThat(table.findings())
                .filteredOn(finding -> finding.severity() == Severity.NOTE)
                .extracting(TableFinding::sentence)
                .contains("Expected to look at all rows for those that never decide, but the table is too large:"
                        + " there may be more");
    }

    private List<String> sentences(String xml) {
        return check.check("tarif.dmn", xml.getBytes(StandardCharsets.UTF_8)).stream()
                .map(TableFinding::sentence)
                .toList();
    }
}
