package de.amtsfluss.decisiontables.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
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
        try (Connection locked = application.getConnection()) {
            lock(locked, "select pg_advisory_lock(?)");
            try {
                return deploy(files);
            } finally {
                lock(locked, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to keep the decision tables in PostgreSQL, but it failed", e);
        }
    }

    private Map<TableFile, Integer> deploy(Collection<TableFile> files) throws SQLException {
        schema.createSchema();
        DmnEngineConfiguration configuration = new StandaloneDmnEngineConfiguration();
        configuration.setDataSource(schema);
        configuration.setDatabaseSchema(SchemaDataSource.SCHEMA);
        configuration.setDatabaseSchemaUpdate(DmnEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setEnableSafeDmnXml(true);
        configuration.setCreateDiagramOnDeploy(false);
        DmnEngine engine = configuration.buildDmnEngine();
        try {
            Map<TableFile, Integer> versions = new LinkedHashMap<>();
            files.forEach(file -> versions.put(file, version(engine.getDmnRepositoryService(), file)));
            return versions;
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
