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
import org.flowable.dmn.xml.converter.DmnXMLConverter;

/**
 * Flowable alone in its fastest form: its rules, with JUEL in the cells, a table that was read before, and no database.
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
        org.flowable.dmn.model.Decision model = new DmnXMLConverter()
                .convertToDmnModel(() -> new ByteArrayInputStream(file), false, true)
                .getDecisions()
                .getFirst();
        List<Map<String, Object>> questions = table.questions();
        return new Decision() {
            @Override
            public Object evaluate(int question) {
                return run(model, questions.get(question));
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

    /** Flowable adds to the variables, so it gets a copy, as its builder would make one. */
    private DecisionExecutionAuditContainer run(org.flowable.dmn.model.Decision model, Map<String, Object> variables) {
        ExecuteDecisionContext context = new ExecuteDecisionContext();
        context.setDecisionKey(model.getId());
        context.setVariables(new HashMap<>(variables));
        Command<DecisionExecutionAuditContainer> execute =
                command -> flowable.getRuleEngineExecutor().execute(model, context);
        return flowable.getCommandExecutor().execute(WITHOUT_TRANSACTION, execute);
    }

    @Override
    public void close() {
        flowable.close();
    }
}
