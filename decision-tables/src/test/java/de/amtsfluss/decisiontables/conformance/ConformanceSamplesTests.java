package de.amtsfluss.decisiontables.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.conformance.ConformanceResult.Failed;
import de.amtsfluss.decisiontables.conformance.ConformanceResult.Passed;
import de.amtsfluss.decisiontables.conformance.ConformanceResult.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the decision tables do what DMN 1.3 says, by the models in {@code conformance-samples}. */
class ConformanceSamplesTests {

    private static final Path SAMPLES = Path.of("src/test/resources/conformance-samples");

    private static final String SAMPLE = "0004-first";

    static Stream<Arguments> cases() {
        try (ConformanceRunner runner = new ConformanceRunner(false)) {
            return ConformanceSuite.read(SAMPLES).models().stream()
                    .flatMap(model -> runner.run(model).entrySet().stream())
                    .map(result -> Arguments.of(result.getKey(), result.getValue()))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesAsTheStandardSays(ConformanceCase one, ConformanceResult result) {
        assertThat(result).isEqualTo(new Passed());
    }

    @Test
    void everyModelHasSeveralCases() {
        assertThat(ConformanceSuite.read(SAMPLES).models())
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(model -> assertThat(model.cases()).hasSizeGreaterThanOrEqualTo(3));
    }

    @Test
    void reportsAResultThatDiffers(@TempDir Path folder) throws IOException {
        copy(folder, ">frei<", ">voll<");

        assertThat(results(folder))
                .containsExactly(new Failed("Tarif", "voll", "frei", ""), new Passed(), new Passed());
        assertThat(report(folder, 1, "--unchecked"))
                .contains("FAILED Tarif: expected voll, but got frei", "2 of 3 passed");
    }

    @Test
    void reportsADecisionThatShouldHaveFailed(@TempDir Path folder) throws IOException {
        copy(folder, "errorResult=\"false\"", "errorResult=\"true\"");

        assertThat(results(folder).getFirst()).isEqualTo(new Failed("Tarif", null, "frei", ""));
    }

    @Test
    void reportsAModelThatIsRefused(@TempDir Path folder) throws IOException {
        copy(folder, "no such text", "");
        Path model = folder.resolve(SAMPLE + ".dmn");
        Files.writeString(model, Files.readString(model).replace("hitPolicy=\"FIRST\"", "hitPolicy=\"FIRST\" x=\"\""));

        assertThat(results(folder))
                .hasSize(3)
                .allSatisfy(result -> assertThat(result).isInstanceOf(Refused.class));
        assertThat(report(folder, 1, "--unchecked")).contains("REFUSED", "3 refused");
    }

    @Test
    void reportsADecisionThatIsNotInTheModel(@TempDir Path folder) throws IOException {
        copy(folder, "resultNode name=\"Tarif\"", "resultNode name=\"Preis\"");

        assertThat(results(folder).getFirst())
                .isEqualTo(new Refused(List.of("no decision and no decision service is called 'Preis'")));
    }

    @Test
    void refusesWhatTheStaticCheckRefusesUnlessToldOtherwise(@TempDir Path folder) throws IOException {
        copy(folder, "no such text", "");
        Path model = folder.resolve(SAMPLE + ".dmn");
        Files.writeString(model, Files.readString(model).replace("\"voll\"", "1"));

        assertThat(report(folder, 1)).contains("REFUSED", "0 of 3 passed");
        assertThat(report(folder, 0, "--unchecked")).contains("3 of 3 passed");
    }

    @Test
    void reportsASuiteWithoutCases(@TempDir Path folder) {
        assertThat(report(folder, 2)).contains("Total: 0 cases");
    }

    @Test
    void takesOnlyModelsOfTablesWhenAsked() {
        assertThat(report(SAMPLES, 0, "--unchecked", "--only-tables"))
                .contains("0001-unique.dmn: 4 of 4 passed")
                .doesNotContain("0090-expression.dmn");
        assertThat(report(SAMPLES, 0, "--unchecked")).contains("0090-expression.dmn: 3 of 3 passed");
    }

    private static void copy(Path folder, String from, String to) throws IOException {
        for (String file : List.of(SAMPLE + ".dmn", SAMPLE + "-test-01.xml")) {
            String content = Files.readString(SAMPLES.resolve(SAMPLE).resolve(file));
            Files.writeString(folder.resolve(file), content.replace(from, to));
        }
    }

    private static List<ConformanceResult> results(Path folder) {
        try (ConformanceRunner runner = new ConformanceRunner(false)) {
            return List.copyOf(runner.run(ConformanceSuite.read(folder).models().getFirst())
                    .values());
        }
    }

    private static String report(Path folder, int code, String... options) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        String[] arguments =
                Stream.concat(Stream.of(folder.toString()), Stream.of(options)).toArray(String[]::new);
        assertThat(ConformanceReport.run(new PrintStream(lines, true, StandardCharsets.UTF_8), arguments))
                .isEqualTo(code);
        return lines.toString(StandardCharsets.UTF_8);
    }
}
