package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;
import io.camunda.zeebe.protocol.record.value.EvaluatedInputValue;
import io.camunda.zeebe.protocol.record.value.EvaluatedOutputValue;
import io.camunda.zeebe.protocol.record.value.MatchedRuleValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The decisions that were evaluated, each required one as a row of its own. */
final class DecisionInstances implements View {

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final ProcessInstances instances;

    DecisionInstances(ProcessInstances instances) {
        this.instances = instances;
    }

    @Override
    public void apply(LoggedRecord event) {
        if (event.value() instanceof DecisionEvaluationRecord evaluation
                && event.intent() instanceof DecisionEvaluationIntent intent
                && intent != DecisionEvaluationIntent.EVALUATE) {
            var number = 0;
            for (var decision : evaluation.getEvaluatedDecisions()) {
                number++;
                var id = event.key() + "-" + number;
                var failed = intent == DecisionEvaluationIntent.FAILED
                        && number == evaluation.getEvaluatedDecisions().size();
                rows.put(id, row(event, id, evaluation, decision, failed));
            }
        }
    }

    private Row row(
            LoggedRecord event,
            String id,
            DecisionEvaluationRecord evaluation,
            EvaluatedDecisionValue decision,
            boolean failed) {
        var instance = evaluation.getProcessInstanceKey();
        return new Row()
                .set("decisionEvaluationInstanceKey", id)
                .setKey("decisionEvaluationKey", event.key())
                .set("decisionDefinitionId", decision.getDecisionId())
                .setKey("decisionDefinitionKey", decision.getDecisionKey())
                .set("decisionDefinitionName", decision.getDecisionName())
                .set("decisionDefinitionVersion", decision.getDecisionVersion())
                .set("decisionDefinitionType", decision.getDecisionType())
                .setKey("rootDecisionDefinitionKey", evaluation.getDecisionKey())
                .set("result", failed ? null : decision.getDecisionOutput())
                .set("state", failed ? "FAILED" : "EVALUATED")
                .set("evaluationDate", event.at())
                .set("evaluationFailure", failed ? evaluation.getEvaluationFailureMessage() : null)
                // Outside of a process the API has -1, and clients rely on a number.
                .set("processDefinitionKey", Long.toString(evaluation.getProcessDefinitionKey()))
                .set("processInstanceKey", Long.toString(instance))
                .set("rootProcessInstanceKey", Long.toString(instances.root(instance)))
                .set("elementInstanceKey", Long.toString(evaluation.getElementInstanceKey()))
                .set("tenantId", evaluation.getTenantId())
                .hide("decisionRequirementsKey", Long.toString(evaluation.getDecisionRequirementsKey()))
                .set(
                        "evaluatedInputs",
                        decision.getEvaluatedInputs().stream()
                                .map(DecisionInstances::input)
                                .toList())
                .set(
                        "matchedRules",
                        decision.getMatchedRules().stream()
                                .map(DecisionInstances::rule)
                                .toList());
    }

    private static Map<String, Object> input(EvaluatedInputValue input) {
        return Map.of(
                "inputId", input.getInputId(), "inputName", input.getInputName(), "inputValue", input.getInputValue());
    }

    private static Map<String, Object> rule(MatchedRuleValue rule) {
        return Map.of(
                "ruleId",
                rule.getRuleId(),
                "ruleIndex",
                rule.getRuleIndex(),
                "evaluatedOutputs",
                rule.getEvaluatedOutputs().stream()
                        .map(output -> output(rule, output))
                        .toList());
    }

    private static Map<String, Object> output(MatchedRuleValue rule, EvaluatedOutputValue output) {
        return Map.of(
                "outputId", output.getOutputId(),
                "outputName", output.getOutputName(),
                "outputValue", output.getOutputValue(),
                "ruleId", rule.getRuleId(),
                "ruleIndex", rule.getRuleIndex());
    }

    @Override
    public Collection<Row> rows() {
        return rows.values();
    }
}
