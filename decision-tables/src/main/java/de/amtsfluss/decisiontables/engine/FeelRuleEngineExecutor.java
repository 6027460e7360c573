package de.amtsfluss.decisiontables.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flowable.dmn.engine.DmnEngineConfiguration;
import org.flowable.dmn.engine.impl.RuleEngineExecutorImpl;
import org.flowable.dmn.engine.impl.el.ELExecutionContext;
import org.flowable.dmn.model.DecisionRule;
import org.flowable.dmn.model.HitPolicy;
import org.flowable.dmn.model.RuleInputClauseContainer;
import org.flowable.dmn.model.RuleOutputClauseContainer;

/**
 * Flowable's run through the rows of a table, with the cells evaluated by FEEL.
 *
 * <p>Flowable knows its variables only as a map, and fills that map with defaults and converted values of its own. So
 * the {@link Evaluation} travels in it as the only variable, and the inputs stay untouched.
 */
final class FeelRuleEngineExecutor extends RuleEngineExecutorImpl {

    private static final String EVALUATION = "amtsfluss.evaluation";

    FeelRuleEngineExecutor(DmnEngineConfiguration configuration) {
        super(null, null, null, configuration);
    }

    /** Returns the variables with which Flowable runs an evaluation. */
    static Map<String, Object> variables(Evaluation evaluation) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(EVALUATION, evaluation);
        return variables;
    }

    /**
     * Flowable notes each row and cell for an audit that nobody reads; of rows that literals refuse it need not know.
     */
    @Override
    protected boolean executeRule(DecisionRule rule, ELExecutionContext context) {
        Evaluation evaluation = evaluation(context);
        if (evaluation.refuses(rule)) {
            return false;
        }
        evaluation.enterRow(rule.getRuleNumber());
        boolean matches = super.executeRule(rule, context) && !evaluation.failed();
        if (matches) {
            evaluation.hit();
        }
        return matches;
    }

    @Override
    protected Boolean executeInputExpressionEvaluation(RuleInputClauseContainer cell, ELExecutionContext context) {
        return evaluation(context).matches(cell.getInputEntry());
    }

    @Override
    protected void executeOutputEntryAction(
            int row, List<RuleOutputClauseContainer> cells, HitPolicy hitPolicy, ELExecutionContext context) {
        // Flowable composes in the order of a HashMap, which is not that of the table from row 16 on.
        evaluation(context)
                .hits()
                .forEach(hit -> context.getRuleResults().computeIfAbsent(hit, key -> new HashMap<>()));
        super.executeOutputEntryAction(row, cells, hitPolicy, context);
    }

    @Override
    protected void composeOutputEntryResult(
            int row, RuleOutputClauseContainer cell, HitPolicy hitPolicy, ELExecutionContext context) {
        Object value = evaluation(context)
                .output(cell.getOutputEntry(), cell.getOutputClause().getOutputNumber() - 1, row);
        if (value != null) {
            getHitPolicyBehavior(hitPolicy)
                    .composeRuleResult(row, cell.getOutputClause().getName(), value, context);
        }
    }

    private static Evaluation evaluation(ELExecutionContext context) {
        return (Evaluation) Objects.requireNonNull(context.getStackVariables().get(EVALUATION));
    }
}
