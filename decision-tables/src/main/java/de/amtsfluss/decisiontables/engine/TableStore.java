package de.amtsfluss.decisiontables.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flowable.dmn.api.DmnDecision;
import org.flowable.dmn.api.DmnDeployment;
import org.flowable.dmn.api.DmnRepositoryService;
import org.flowable.dmn.engine.DmnEngine;
import org.flowable.dmn.engine.DmnEngineConfiguration;
import org.flowable.dmn.engine.impl.cfg.StandaloneDmnEngineConfiguration;

/**
 * Keeps every version of every file in PostgreSQL, by Flowable's deployments.
 *
 * <p>Flowable reads each DMN file it keeps, counts versions by decision, and knows neither all of DMN nor its newer
 * versions. So it gets the file by a name that it does not read, and beside it a decision called like the file, which
 * is never run and carries the version.
 */
final class TableStore {

    private static final long LOCK = 0x64_65_63_69_73_69_6f_6eL; // "decision"

    /** Flowable reads what ends with {@code .dmn}. */
    private static final String KEPT = ".kept";

    private final DataSource application;
    private final SchemaDataSource schema;

    TableStore(DataSource application) {
        this.application = application;
        this.schema = new SchemaDataSource(application);
    }

    /**
     * Keeps the files as new versions, where they differ from the latest. One replica at a time.
     *
     * @return the version of each file
     */
    Map<TableFile, Integer> keep(Collection<TableFile> files) {
        return withRepository(repository -> {
            Map<TableFile, Integer> versions = new LinkedHashMap<>();
            files.forEach(file -> versions.put(file, version(repository, file)));
            return versions;
        });
    }

    /**
     * Gives the latest versions.
     *
     * @param stems the names of files without folder and suffix
     * @return the latest version of each file of which there is one
     */
    Map<String, Kept> latest(Collection<String> stems) {
        return withRepository(repository -> {
            Map<String, Kept> latest = new HashMap<>();
            stems.forEach(stem -> latest(repository, stem).ifPresent(kept -> latest.put(stem, kept)));
            return latest;
        });
    }

    private static Optional<Kept> latest(DmnRepositoryService repository, String stem) {
        return Optional.ofNullable(repository
                        .createDecisionQuery()
                        .decisionKey(stem)
                        .latestVersion()
                        .singleResult())
                .map(decision -> kept(repository, decision));
    }

    /** A version of a table as it was kept. */
    record Kept(TableFile file, int version) {}

    private static Kept kept(DmnRepositoryService repository, DmnDecision decision) {
        String deployment = decision.getDeploymentId();
        // Before files could have several decisions, they were kept as Flowable's own.
        String resource = repository.getDeploymentResourceNames(deployment).stream()
                .filter(name -> name.endsWith(KEPT))
                .findFirst()
                .orElse(decision.getResourceName());
        String name = resource.endsWith(KEPT) ? resource.substring(0, resource.length() - KEPT.length()) : resource;
        try (InputStream content = repository.getResourceAsStream(deployment, resource)) {
            return new Kept(new TableFile(name, content.readAllBytes()), decision.getVersion());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read '%s', but it failed".formatted(resource), e);
        }
    }

    private <T> T withRepository(Function<DmnRepositoryService, T> work) {
        try (Connection locked = application.getConnection()) {
            lock(locked, "select pg_advisory_lock(?)");
            try {
                return withEngine(work);
            } finally {
                lock(locked, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to keep the decision tables in PostgreSQL, but it failed", e);
        }
    }

    private <T> T withEngine(Function<DmnRepositoryService, T> work) throws SQLException {
        schema.createSchema();
        DmnEngineConfiguration configuration = new StandaloneDmnEngineConfiguration();
        configuration.setDataSource(schema);
        configuration.setDatabaseSchema(SchemaDataSource.SCHEMA);
        configuration.setDatabaseSchemaUpdate(DmnEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setEnableSafeDmnXml(true);
        configuration.setCreateDiagramOnDeploy(false);
        DmnEngine engine = configuration.buildDmnEngine();
        try {
            return work.apply(engine.getDmnRepositoryService());
        } finally {
            engine.close();
        }
    }

    private static int version(DmnRepositoryService repository, TableFile file) {
        Optional<Kept> latest = latest(repository, file.stem());
        if (latest.isPresent() && Arrays.equals(latest.get().file().bytes(), file.bytes())) {
            return latest.get().version();
        }
        DmnDeployment deployment = TableCompiler.alone(() -> repository
                .createDeployment()
                .name(file.name())
                .addDmnBytes(file.name() + KEPT, file.bytes())
                .addString(file.stem() + ".counted.dmn", counted(file.stem()))
                .disableSchemaValidation()
                .deploy());
        return repository
                .createDecisionQuery()
                .deploymentId(deployment.getId())
                .singleResult()
                .getVersion();
    }

    private static String counted(String stem) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="https://amtsfluss.de">
                  <decision id="%s"><decisionTable/></decision>
                </definitions>
                """.formatted(stem);
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }
}
