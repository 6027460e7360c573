package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionResult.Decided;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DmnVersionsTests {

    private static final String XML = Dmn.tarif()
            .rule(List.of("< 18"), List.of("\"Kind\""), "§ 3")
            .rule(List.of(">= 18"), List.of("\"Erwachsene\""))
            .xml();

    @ParameterizedTest
    @CsvSource({
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd, http://www.omg.org/spec/FEEL/20140401,",
        "http://www.omg.org/spec/DMN/20180521/MODEL/, http://www.omg.org/spec/DMN/20180521/FEEL/,"
                + "http://www.omg.org/spec/DMN/20180521/DMNDI/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/, https://www.omg.org/spec/DMN/20191111/FEEL/,"
                + "https://www.omg.org/spec/DMN/20191111/DMNDI/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/, https://www.omg.org/spec/DMN/20211108/FEEL/,"
                + "https://www.omg.org/spec/DMN/20191111/DMNDI/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/, https://www.omg.org/spec/DMN/20230324/FEEL/,"
                + "https://www.omg.org/spec/DMN/20230324/DMNDI/"
    })
    void decidesByTablesOfEachVersion(String model, String feel, String diagrams) {
        String diagram = diagrams == null
                ? ""
                : "<d:DMNDI xmlns:d=\"%s\"><d:DMNDiagram id=\"diagram\"/></d:DMNDI>".formatted(diagrams);
        String xml = XML.replace("https://www.omg.org/spec/DMN/20191111/MODEL/", model)
                .replace("<inputExpression ", "<inputExpression expressionLanguage=\"%s\" ".formatted(feel))
                .replace("</definitions>", diagram + "</definitions>");

        assertDecides(xml);
    }

    @Test
    void readsPrefixesAndTheQualifiedTypesOfTheFirstVersion() {
        String xml = XML.replace("<", "<dmn:")
                .replace("<dmn:/", "</dmn:")
                .replace("<dmn:?", "<?")
                .replace("xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"", """
                        xmlns:dmn="http://www.omg.org/spec/DMN/20151101/dmn.xsd" \
                        xmlns:feel="http://www.omg.org/spec/FEEL/20140401\"""")
                .replace("typeRef=\"", "typeRef=\"feel:");

        assertDecides(xml);
    }

    private static void assertDecides(String xml) {
        Plan table = Dmn.plan("tarif", Dmn.file("tarif", xml));

        assertThat(new TableRunner(Duration.ofSeconds(10)).run(table, 1, Map.of("alter", 17)))
                .isInstanceOfSatisfying(Decided.class, decided -> {
                    assertThat(decided.text("tarif")).isEqualTo("Kind");
                    assertThat(decided.rules().getFirst().annotation()).isEqualTo("§ 3");
                });
    }
}
