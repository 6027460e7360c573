package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionResult;
import java.time.Duration;
import java.util.Map;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandConfig;
import org.flowable.dmn.api.DecisionExecutionAuditContainer;
import org.flowable.dmn.api.ExecuteDecisionContext;
import org.flowable.dmn.engine.DmnEngineConfiguration;
import org.flowable.dmn.engine.impl.cfg.StandaloneDmnEngineConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Runs compiled tables in a Flowable engine that has no database: by its services Flowable would ask the database for
 * the latest version at each evaluation.
 */
final class TableRunner {

    private static final CommandConfig WITHOUT_TRANSACTION = new CommandConfig().transactionNotSupported();

    private final DmnEngineConfiguration flowable = new StandaloneDmnEngineConfiguration();

    private final TimeLimit timeLimit;

    /**
     * Starts an engine.
     *
     * @param limit how long a table may evaluate whose cells have loops, functions or regular expressions
     */
    TableRunner(Duration limit) {
        timeLimit = new TimeLimit(limit);
        flowable.setUsingRelationalDatabase(false);
        flowable.setUsingSchemaMgmt(false);
        flowable.setRuleEngineExecutor(new FeelRuleEngineExecutor(flowable));
        // A violated hit policy becomes a message and not an exception with a stack trace in the log.
        flowable.setStrictMode(false);
        flowable.buildDmnEngine();
    }

    /** Evaluates a version of a table; safe for many threads. */
    DecisionResult run(Table table, int version, Map<String, ? extends @Nullable Object> inputs) {
        return table.unbounded()
                ? timeLimit.run(table, version, () -> decide(table, version, inputs))
                : decide(table, version, inputs);
    }

    private DecisionResult decide(Table table, int version, Map<String, ? extends @Nullable Object> inputs) {
        Evaluation evaluation = Evaluation.of(table, version, inputs);
        if (evaluation.failed()) {
            return evaluation.notDecided();
        }
        ExecuteDecisionContext context = new ExecuteDecisionContext();
        context.setDecisionKey(table.id().value());
        context.setDecisionVersion(version);
        context.setVariables(FeelRuleEngineExecutor.variables(evaluation));
        Command<DecisionExecutionAuditContainer> run =
                command -> flowable.getRuleEngineExecutor().execute(table.model(), context);
        DecisionExecutionAuditContainer audit = flowable.getCommandExecutor().execute(WITHOUT_TRANSACTION, run);
        if (audit.isFailed()) {
            throw new IllegalStateException(
                    "Expected Flowable to run table '%s', but: %s".formatted(table.id(), audit.getExceptionMessage()));
        }
        return evaluation.result(audit.getDecisionResult(), audit.getValidationMessage() != null);
    }
}
