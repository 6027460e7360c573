package de.amtsfluss.decisiontables.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flowable.dmn.api.DmnRepositoryService;
import org.flowable.dmn.engine.DmnEngine;
import org.flowable.dmn.engine.DmnEngineConfiguration;
import org.flowable.dmn.engine.impl.cfg.StandaloneDmnEngineConfiguration;

/** Flowable's repository in the schema of this module, for one replica at a time. */
final class LockedRepository {

    private static final long LOCK = 0x64_65_63_69_73_69_6f_6eL; // "decision"

    private final DataSource application;
    private final SchemaDataSource schema;

    LockedRepository(DataSource application) {
        this.application = application;
        this.schema = new SchemaDataSource(application);
    }

    /** Works with the repository while all others wait. */
    <T> T work(Function<DmnRepositoryService, T> work) {
        try (Connection locked = application.getConnection()) {
            lock(locked, "select pg_advisory_lock(?)");
            try {
                return withEngine(work);
            } finally {
                lock(locked, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Counts the rows of a table of the schema, without waiting. */
    long count(String table) {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from %s.%s".formatted(SchemaDataSource.SCHEMA, table))) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw failed(e);
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

    private static void lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("Expected to reach the decision tables in PostgreSQL, but it failed", cause);
    }
}
