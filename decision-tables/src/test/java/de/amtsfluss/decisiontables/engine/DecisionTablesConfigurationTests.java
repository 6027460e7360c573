package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@WithLocalStack(Part.POSTGRESQL)
class DecisionTablesConfigurationTests {

    private static final DecisionId CONTAINER_LEERUNG = new DecisionId("containerLeerung");

    private static Database database;
    private static AnnotationConfigApplicationContext context;

    @BeforeAll
    static void start() {
        database = new Database();
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database);
        context.scan("de.amtsfluss.decisiontables");
        context.refresh();
    }

    @AfterAll
    static void stop() {
        context.close();
        database.close();
    }

    @Test
    void decidesByTheTablesOfTheClassPath() {
        assertThat(evaluate("Glas", 91)).isInstanceOfSatisfying(Decided.class, decided -> {
            assertThat(decided.version()).isEqualTo(1);
            assertThat(decided.text("massnahme")).isEqualTo("auftrag");
            assertThat(decided.number("fristStunden").intValueExact()).isEqualTo(72);
        });
    }

    @Test
    void saysThatThereIsNoSuchTable() {
        DecisionId unknown = new DecisionId("unbekannt");

        assertThat(tables().evaluate(unknown, Map.of()))
                .isEqualTo(new NotDecided(unknown, false, "Expected a decision table 'unbekannt', but there is none."));
    }

    @Test
    void evaluatesWithoutDatabase() {
        int before = database.connections();

        IntStream.range(0, 100).forEach(level -> evaluate("Bio", level));

        assertThat(database.connections()).isEqualTo(before);
        assertThat(database.count("select count(*) from decision_tables.act_dmn_hi_decision_execution"))
                .isZero();
    }

    @Test
    void decidesTheSameForManyThreadsAtOnce() {
        List<DecisionResult> one = IntStream.range(0, 10_000)
                .mapToObj(number -> evaluate("Papier", number % 101))
                .toList();

        List<DecisionResult> many = IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(number -> evaluate("Papier", number % 101))
                .toList();

        assertThat(many).isEqualTo(one);
    }

    private static DecisionResult evaluate(String fraktion, int fuellstandProzent) {
        return tables().evaluate(
                        CONTAINER_LEERUNG, Map.of("fraktion", fraktion, "fuellstandProzent", fuellstandProzent));
    }

    private static DecisionTables tables() {
        return context.getBean(DecisionTables.class);
    }
}
