package de.amtsfluss.deploy.benchmarks.decisiontables;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandConfig;
import org.flowable.dmn.api.DecisionExecutionAuditContainer;
import org.flowable.dmn.api.ExecuteDecisionContext;
import org.flowable.dmn.engine.DmnEngineConfiguration;
import org.flowable.dmn.engine.impl.cfg.StandaloneDmnEngineConfiguration;
import org.flowable.dmn.model.DmnDefinition;
import org.flowable.dmn.xml.converter.DmnXMLConverter;

/**
 * Flowable alone in its fastest form: its rules, with JUEL in the cells, tables that were read before, and no database.
 */
final class FlowableRules implements Engine {

    private static final CommandConfig WITHOUT_TRANSACTION = new CommandConfig().transactionNotSupported();

    private final DmnEngineConfiguration flowable = new StandaloneDmnEngineConfiguration();

    FlowableRules() {
        flowable.setUsingRelationalDatabase(false);
        flowable.setUsingSchemaMgmt(false);
        flowable.setHistoryEnabled(false);
        flowable.buildDmnEngine();
    }

    @Override
    public Decision decision(ComparedTable table) {
        byte[] file = TableFile.juel(table);
        DmnDefinition definition =
                new DmnXMLConverter().convertToDmnModel(() -> new ByteArrayInputStream(file), false, true);
        List<org.flowable.dmn.model.Decision> models = table.decisions().stream()
                .map(decision -> definition.getDecisionById(decision.id()))
                .toList();
        List<Map<String, Object>> questions = table.questions();
        return new Decision() {
            @Override
            public Object evaluate(int question) {
                return run(models, questions.get(question));
            }

            @Override
            public Map<String, Object> outputs(Object result) {
                DecisionExecutionAuditContainer audit = (DecisionExecutionAuditContainer) result;
                if (audit.isFailed() || audit.getDecisionResult().size() != 1) {
                    throw new IllegalStateException(
                            "Expected Flowable to decide, but: %s".formatted(audit.getExceptionMessage()));
                }
                return audit.getDecisionResult().getFirst();
            }
        };
    }

    /**
     * Runs the tables one after another and hands their results on, as the engine without database has no service that
     * would. Flowable adds to the variables, so it gets a copy, as its builder would make one.
     */
    private DecisionExecutionAuditContainer run(
            List<org.flowable.dmn.model.Decision> models, Map<String, Object> question) {
        Map<String, Object> variables = new HashMap<>(question);
        for (org.flowable.dmn.model.Decision required : models.subList(0, models.size() - 1)) {
            variables.putAll(run(required, variables).getDecisionResult().getFirst());
        }
        return run(models.getLast(), variables);
    }

    private DecisionExecutionAuditContainer run(org.flowable.dmn.model.Decision model, Map<String, Object> variables) {
        ExecuteDecisionContext context = new ExecuteDecisionContext();
        context.setDecisionKey(model.getId());
        context.setVariables(variables);
        Command<DecisionExecutionAuditContainer> execute =
                command -> flowable.getRuleEngineExecutor().execute(model, context);
        return flowable.getCommandExecutor().execute(WITHOUT_TRANSACTION, execute);
    }

    @Override
    public void close() {
        flowable.close();
    }
}
