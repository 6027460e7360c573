package de.amtsfluss.deploy.benchmarks.decisiontables;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.dmn.api.DmnDecisionService;
import org.flowable.dmn.engine.DmnEngine;
import org.flowable.dmn.engine.DmnEngineConfiguration;
import org.flowable.dmn.engine.impl.cfg.StandaloneDmnEngineConfiguration;

/** Flowable alone as its documentation uses it: by its service, which asks PostgreSQL for the latest version. */
final class FlowableService implements Engine {

    private static final String SCHEMA = "flowable_alone";

    private final HikariDataSource database = Database.pool(SCHEMA);
    private final DmnEngine flowable;

    FlowableService() {
        createSchema();
        DmnEngineConfiguration configuration = new StandaloneDmnEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchema(SCHEMA);
        configuration.setDatabaseSchemaUpdate(DmnEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistoryEnabled(false);
        configuration.setCreateDiagramOnDeploy(false);
        flowable = configuration.buildDmnEngine();
    }

    private void createSchema() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + SCHEMA);
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to create the schema '%s', but it failed".formatted(SCHEMA), e);
        }
    }

    @Override
    public Decision decision(ComparedTable table) {
        flowable.getDmnRepositoryService()
                .createDeployment()
                .name(table.id())
                .addDmnBytes(table.id() + ".dmn", TableFile.juel(table))
                .enableDuplicateFiltering()
                .disableSchemaValidation()
                .deploy();
        DmnDecisionService service = flowable.getDmnDecisionService();
        List<Map<String, Object>> questions = table.questions();
        boolean graph = !table.required().isEmpty();
        return new Decision() {
            @Override
            public Object evaluate(int question) {
                Map<String, Object> variables = new HashMap<>(questions.get(question));
                return graph
                        ? service.createExecuteDecisionBuilder()
                                .decisionKey(TableFile.service(table))
                                .variables(variables)
                                .executeDecisionServiceWithSingleResult()
                        : service.createExecuteDecisionBuilder()
                                .decisionKey(table.id())
                                .variables(variables)
                                .executeDecisionWithSingleResult();
            }

            @Override
            @SuppressWarnings("unchecked")
            public Map<String, Object> outputs(Object result) {
                return (Map<String, Object>) result;
            }
        };
    }

    @Override
    public void close() {
        flowable.close();
        database.close();
    }
}
