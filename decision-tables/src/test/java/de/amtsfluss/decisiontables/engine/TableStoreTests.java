package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithLocalStack(Part.POSTGRESQL)
class TableStoreTests {

    private final Database database = new Database();
    private final TableStore store = new TableStore(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsAVersionOnlyWhenTheFileChanged() {
        assertThat(version(table("gezaehlt", "alt"))).isEqualTo(1);
        assertThat(version(table("gezaehlt", "alt"))).isEqualTo(1);
        assertThat(version(table("gezaehlt", "neu"))).isEqualTo(2);
        assertThat(version(table("gezaehlt", "neu"))).isEqualTo(2);
        assertThat(version(table("gezaehlt", "alt"))).isEqualTo(3);
    }

    @Test
    void keepsItsTablesInItsOwnSchema() {
        version(table("eigen", "a"));

        assertThat(database.count("select count(*) from decision_tables.act_dmn_decision where key_ = 'eigen'"))
                .isEqualTo(1);
        assertThat(database.count("select count(*) from information_schema.tables"
                        + " where table_name like 'act_%' and table_schema <> 'decision_tables'"))
                .isZero();
    }

    @Test
    void givesConnectionsBackAsTheyCame() throws SQLException {
        version(table("zurueck", "a"));

        List<Connection> pool = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            pool.add(database.getConnection());
        }
        for (Connection connection : pool) {
            assertThat(connection.getSchema()).isEqualTo("public");
            assertThat(connection.getAutoCommit()).isTrue();
            connection.close();
        }
        assertThat(database.count("select count(*) from pg_locks where locktype = 'advisory'"))
                .isZero();
    }

    @Test
    void letsReplicasStartTogether() throws Exception {
        TableFile file = table("zugleich", "a");
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            Callable<Integer> start = () -> version(file);

            Collection<Future<Integer>> versions = replicas.invokeAll(List.of(start, start));

            assertThat(versions).allSatisfy(version -> assertThat(version.get()).isEqualTo(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "erste, http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "zweite, http://www.omg.org/spec/DMN/20180521/MODEL/",
        "vierte, https://www.omg.org/spec/DMN/20211108/MODEL/",
        "fuenfte, https://www.omg.org/spec/DMN/20230324/MODEL/"
    })
    void keepsTablesOfEachVersionAsTheyCame(String id, String namespace) {
        String xml = new String(table(id, "a").bytes(), StandardCharsets.UTF_8)
                .replace("https://www.omg.org/spec/DMN/20191111/MODEL/", namespace);
        TableFile file = Dmn.file(id, xml);

        assertThat(version(file)).isEqualTo(1);
        assertThat(store.stand().latest())
                .hasEntrySatisfying(id, kept -> assertThat(kept.file().bytes()).isEqualTo(file.bytes()));
    }

    @Test
    void keepsLongTables() {
        Dmn dmn = Dmn.tarif();
        IntStream.range(0, 1000).forEach(row -> dmn.rule(List.of(Integer.toString(row)), List.of("\"a\""), "§ 1"));

        assertThat(version(dmn.file())).isEqualTo(1);
    }

    private int version(TableFile file) {
        return Objects.requireNonNull(store.keep(List.of(file)).latest().get(file.stem()))
                .number();
    }

    private static TableFile table(String id, String output) {
        return Dmn.decision(id)
                .input("alter", "number", null)
                .output("tarif", "string", null)
                .rule(List.of("-"), List.of("\"%s\"".formatted(output)))
                .file();
    }
}
