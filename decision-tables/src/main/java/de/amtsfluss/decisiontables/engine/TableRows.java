package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionResult;
import java.util.Map;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandConfig;
import org.flowable.dmn.api.DecisionExecutionAuditContainer;
import org.flowable.dmn.api.ExecuteDecisionContext;
import org.flowable.dmn.engine.DmnEngineConfiguration;
import org.flowable.dmn.engine.impl.cfg.StandaloneDmnEngineConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rows of compiled tables in a Flowable engine that has no database: by its services Flowable would ask the
 * database for the latest version at each evaluation. The engine has no state, so there is one for all tables.
 */
final class TableRows {

    private static final CommandConfig WITHOUT_TRANSACTION = new CommandConfig().transactionNotSupported();

    private static final DmnEngineConfiguration FLOWABLE = flowable();

    private TableRows() {}

    private static DmnEngineConfiguration flowable() {
        DmnEngineConfiguration flowable = new StandaloneDmnEngineConfiguration();
        flowable.setUsingRelationalDatabase(false);
        flowable.setUsingSchemaMgmt(false);
        flowable.setRuleEngineExecutor(new FeelRuleEngineExecutor(flowable));
        // A violated hit policy becomes a message and not an exception with a stack trace in the log.
        flowable.setStrictMode(false);
        flowable.buildDmnEngine();
        return flowable;
    }

    /** Evaluates a version of a table; safe for many threads. */
    static DecisionResult decide(Table table, int version, Map<String, ? extends @Nullable Object> given) {
        Evaluation evaluation = Evaluation.of(table, version, given);
        if (evaluation.failed()) {
            return evaluation.notDecided();
        }
        ExecuteDecisionContext context = new ExecuteDecisionContext();
        context.setDecisionKey(table.id().value());
        context.setDecisionVersion(version);
        context.setVariables(FeelRuleEngineExecutor.variables(evaluation));
        Command<DecisionExecutionAuditContainer> run =
                command -> FLOWABLE.getRuleEngineExecutor().execute(table.model(), context);
        DecisionExecutionAuditContainer audit = FLOWABLE.getCommandExecutor().execute(WITHOUT_TRANSACTION, run);
        if (audit.isFailed()) {
            throw new IllegalStateException(
                    "Expected Flowable to run table '%s', but: %s".formatted(table.id(), audit.getExceptionMessage()));
        }
        return evaluation.result(audit.getDecisionResult(), audit.getValidationMessage() != null);
    }
}
