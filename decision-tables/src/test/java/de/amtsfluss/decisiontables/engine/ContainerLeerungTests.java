package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the table for containers promises beyond its cases. */
class ContainerLeerungTests {

    private final TableRunner runner = new TableRunner(Duration.ofSeconds(10));
    private final Plan table;

    ContainerLeerungTests() throws IOException {
        List<TableFile> files = DecisionTablesConfiguration.files(new PathMatchingResourcePatternResolver());
        table = Dmn.plan(
                "containerLeerung",
                files.stream()
                        .filter(file -> file.stem().equals("containerLeerung"))
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Restmuell", "Papier", "Glas", "Bio", "Textil"})
    void decidesEveryLevelOfEveryFractionByOneRow(String fraktion) {
        for (BigDecimal level = BigDecimal.ZERO; level.intValue() <= 99; level = level.add(new BigDecimal("0.1"))) {
            DecisionResult result = evaluate(fraktion, level);

            assertThat(result).isInstanceOfSatisfying(Decided.class, decided -> {
                assertThat(decided.rules())
                        .hasSize(1)
                        .allSatisfy(hit -> assertThat(hit.annotation()).contains("(Beispielwert des Betriebshofs)"));
                boolean toDo = List.of("auftrag", "sofort").contains(decided.text("massnahme"));
                assertThat(decided.number("fristStunden").signum()).isEqualTo(toDo ? 1 : 0);
                assertThat(decided.number("erinnerungStunden").compareTo(decided.number("fristStunden")))
                        .isEqualTo(toDo ? -1 : 0);
            });
        }
    }

    @Test
    void refusesWhatNoContainerHas() {
        assertThat(evaluate("Holz", 50)).isInstanceOf(NotDecided.class);
        assertThat(evaluate("Glas", -0.1)).isInstanceOf(NotDecided.class);
        assertThat(evaluate("Glas", 100.1)).isInstanceOf(NotDecided.class);
    }

    private DecisionResult evaluate(String fraktion, Number fuellstandProzent) {
        return runner.run(table, 1, Map.of("fraktion", fraktion, "fuellstandProzent", fuellstandProzent));
    }
}
