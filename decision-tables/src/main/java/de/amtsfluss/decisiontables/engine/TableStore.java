package de.amtsfluss.decisiontables.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

/** Keeps every version of every table in PostgreSQL, by Flowable's deployments. */
final class TableStore {

    private static final long LOCK = 0x64_65_63_69_73_69_6f_6eL; // "decision"

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
     * @param ids the ids of decisions
     * @return the latest version of each decision of which there is one
     */
    Map<String, Kept> latest(Collection<String> ids) {
        return withRepository(repository -> {
            Map<String, Kept> latest = new HashMap<>();
            ids.forEach(id -> Optional.ofNullable(repository
                            .createDecisionQuery()
                            .decisionKey(id)
                            .latestVersion()
                            .singleResult())
                    .ifPresent(decision -> latest.put(id, kept(repository, decision))));
            return latest;
        });
    }

    /** A version of a table as it was kept. */
    record Kept(TableFile file, int version) {}

    private static Kept kept(DmnRepositoryService repository, DmnDecision decision) {
        try (InputStream content =
                repository.getResourceAsStream(decision.getDeploymentId(), decision.getResourceName())) {
            return new Kept(new TableFile(decision.getResourceName(), content.readAllBytes()), decision.getVersion());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected to read table '%s', but it failed".formatted(decision.getKey()), e);
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
        DmnDeployment deployment = TableCompiler.alone(() -> repository
                .createDeployment()
                .name(file.name())
                .addDmnBytes(file.name(), file.bytes())
                .enableDuplicateFiltering()
                .disableSchemaValidation()
                .deploy());
        return repository
                .createDecisionQuery()
                .deploymentId(deployment.getId())
                .singleResult()
                .getVersion();
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }
}
