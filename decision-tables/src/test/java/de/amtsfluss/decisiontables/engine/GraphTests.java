package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the graphs in {@code sample-graphs} decide. */
class GraphTests {

    private static final TableRunner RUNNER = new TableRunner(Duration.ofMinutes(1));

    @Test
    void decidesWhatIsRequiredFirst() {
        Decided decided = decided("hundesteuer", "hundesteuer", Map.of("anzahl", 2, "rasse", "Dackel"));

        assertThat(decided.outputs()).containsExactly(Map.of("steuer", new BigDecimal("312")));
        assertThat(decided.rules()).isEmpty();
        assertThat(decided.version()).isEqualTo(4);
        assertThat(decided.sentence()).isEqualTo("Die Hundesteuer beträgt 312,00 €.");
        assertThat(decided.inputs())
                .isEqualTo(Map.of(
                        "anzahl",
                        new BigDecimal("2"),
                        "satz",
                        new BigDecimal("156"),
                        "rasse",
                        "Dackel",
                        "gefaehrlich",
                        false));
        assertThat(decided("hundesteuer", "hundesteuer", decided.inputs())).isEqualTo(decided);
        assertThat(decided.required())
                .extracting(each -> each.decision().value())
                .containsExactly("gefaehrlich", "satz");
        Decided satz = decided.required().getLast();
        assertThat(satz.single()).isEqualTo(Map.of("betrag", new BigDecimal("156")));
        assertThat(satz.rules().getFirst().annotation()).isEqualTo("je Hund ab zwei");
        assertThat(satz.version()).isEqualTo(4);
        assertThat(satz.required()).isEmpty();
    }

    @Test
    void letsEachDecisionBeCalledByItsId() {
        assertThat(decided("hundesteuer", "gefaehrlich", Map.of("rasse", "Bullterrier"))
                        .single())
                .isEqualTo(Map.of("gefaehrlich", true));
        assertThat(decided("hundesteuer", "satz", Map.of("rasse", "Bullterrier", "anzahl", 1))
                        .number("betrag"))
                .isEqualTo("600");
    }

    @Test
    void namesTheDecisionThatFailed() {
        assertThat(sentence("hundesteuer", "hundesteuer", Map.of("anzahl", 2)))
                .isEqualTo("Expected table 'gefaehrlich' (version 4) to get input 'rasse', but it is missing.");
        assertThat(sentence("hundesteuer", "hundesteuer", Map.of("anzahl", 0, "rasse", "Dackel")))
                .isEqualTo("Expected table 'satz' (version 4) to get one of >= 1 as input 'anzahl', but got '0'.");
        assertThat(sentence("hundesteuer", "hundesteuer", Map.of("anzahl", "zwei", "rasse", "Dackel")))
                .isEqualTo("Expected table 'satz' (version 4) to get a number as input 'anzahl', but got 'zwei'.");
        assertThat(sentence("raute", "raute", Map.of("x", 0)))
                .isEqualTo("Expected decision 'oben' (version 4) to give a number, but got 'nichts'.");
    }

    @Test
    void decidesOnceWhatTwoRequireAndAsksOnlyForWhatIsUsed() {
        Decided decided = decided("raute", "raute", Map.of("x", 1));

        assertThat(decided.outputs()).containsExactly(Map.of("raute", BigDecimal.TEN));
        assertThat(decided.required())
                .extracting(each -> each.decision().value())
                .containsExactly("oben", "links", "rechts");
    }

    @Test
    void knowsNamesWithBlanksAndTypesOfTheFile() {
        Map<String, Object> inputs =
                Map.of("Flächen des Antrags", List.of(flaeche(2, 3), flaeche(1, 0.5)), "Zone im Stadtplan", "A");

        Decided decided = decided("sondernutzung", "hinweis", inputs);

        assertThat(decided.single()).isEqualTo(Map.of("Hinweis für den Bescheid", "16.25 Euro"));
        assertThat(decided.required().getFirst().single())
                .isEqualTo(Map.of("Gebühr der Sondernutzung", new BigDecimal("16.25")));
        assertThat(decided(
                                "sondernutzung",
                                "hinweis",
                                Map.of("Flächen des Antrags", List.of(flaeche(1, 1)), "Zone im Stadtplan", "B"))
                        .text("Hinweis für den Bescheid"))
                .isEqualTo("Zone im Stadtplan: gering");
    }

    @Test
    void refusesWhatIsNotOfATypeOfTheFile() {
        assertThat(sentence(
                        "sondernutzung",
                        "hinweis",
                        Map.of("Flächen des Antrags", List.of(Map.of("Länge in m", 1)), "Zone im Stadtplan", "A")))
                .isEqualTo("Expected decision 'sondernutzung' (version 4) to get a list<Fläche> as input"
                        + " 'Flächen des Antrags', but got '[{Länge in m=1}]'.");
        assertThat(sentence(
                        "sondernutzung",
                        "hinweis",
                        Map.of("Flächen des Antrags", List.of(flaeche(1, 1)), "Zone im Stadtplan", "C")))
                .contains("Expected decision 'sondernutzung' (version 4) to evaluate its expression, but FEEL says: ")
                .contains("Failed to invoke function 'Satz der Zone': Expected table 'satzDerZone' to get a"
                        + " Zone im Stadtplan (\"A\",\"B\") as input 'zone', but got 'C'.");
    }

    @Test
    void runsBoxedExpressions() {
        assertThat(decided("wohngeld", "wohngeld", Map.of("miete", 500, "personen", 4))
                        .single())
                .isEqualTo(Map.of("Wohngeld", new BigDecimal("314")));
        assertThat(decided("wohngeld", "wohngeld", Map.of("miete", 500, "personen", 1))
                        .single())
                .isEqualTo(Map.of("Wohngeld", new BigDecimal("160")));
    }

    @Test
    void takesInputDecisionsOfAServiceAsInputs() {
        Decided decided = decided("baugebuehr", "gebuehrenDienst", Map.of("eil", true, "klasse", 2));

        assertThat(decided.outputs()).containsExactly(Map.of("gebuehr", new BigDecimal("250")));
        assertThat(decided.sentence()).isEqualTo("gebuehr: 250.");
        assertThat(decided.required())
                .extracting(each -> each.decision().value())
                .containsExactly("zuschlag", "baugebuehr");
        assertThat(sentence("baugebuehr", "gebuehrenDienst", Map.of("eil", true)))
                .isEqualTo("Expected decision service 'gebuehrenDienst' (version 4) to get input 'klasse',"
                        + " but it is missing.");
        assertThat(sentence("baugebuehr", "gebuehrenDienst", Map.of("eil", true, "klasse", "zwei")))
                .isEqualTo("Expected decision service 'gebuehrenDienst' (version 4) to get a number as input"
                        + " 'klasse', but got 'zwei'.");
    }

    @Test
    void callsAServiceAsAFunctionOfItsInputs() {
        assertThat(decided("baugebuehr", "vergleich", Map.of()).single())
                .isEqualTo(Map.of("vergleich", List.of(new BigDecimal("150"), new BigDecimal("200"))));
        assertThat(decided("baugebuehr", "baugebuehr", Map.of("eil", false, "hoehe", 8))
                        .number("gebuehr"))
                .isEqualTo("300");
    }

    private static Map<String, Object> flaeche(Number laenge, Number breite) {
        return Map.of("Länge in m", laenge, "Breite in m", breite, "ab", "2026-03-01");
    }

    private static Decided decided(String file, String id, Map<String, ? extends @Nullable Object> inputs) {
        DecisionResult result = run(file, id, inputs);
        assertThat(result).isInstanceOf(Decided.class);
        return (Decided) result;
    }

    private static String sentence(String file, String id, Map<String, ? extends @Nullable Object> inputs) {
        DecisionResult result = run(file, id, inputs);
        assertThat(result).isInstanceOf(NotDecided.class);
        assertThat(result.decision()).isEqualTo(new DecisionId(id));
        return ((NotDecided) result).sentence();
    }

    private static DecisionResult run(String file, String id, Map<String, ? extends @Nullable Object> inputs) {
        try {
            Path path = Path.of("src/test/resources/sample-graphs", file + ".dmn");
            Plan plan = Dmn.plan(id, new TableFile(path.toString(), Files.readAllBytes(path)));
            return Objects.requireNonNull(RUNNER.run(plan, 4, inputs));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
