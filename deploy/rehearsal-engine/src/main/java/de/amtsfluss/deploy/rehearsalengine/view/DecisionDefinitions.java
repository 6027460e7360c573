package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DecisionRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DecisionRequirementsRecord;
import io.camunda.zeebe.protocol.record.intent.DecisionIntent;
import io.camunda.zeebe.protocol.record.intent.DecisionRequirementsIntent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The deployed decisions, and in {@link #requirements()} the graphs they belong to. */
final class DecisionDefinitions implements View {

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final Map<Long, Row> requirements = new LinkedHashMap<>();

    @Override
    public void apply(LoggedRecord event) {
        if (event.value() instanceof DecisionRequirementsRecord graph
                && event.intent() == DecisionRequirementsIntent.CREATED) {
            requirements.put(
                    graph.getDecisionRequirementsKey(),
                    new Row()
                            .setKey("decisionRequirementsKey", graph.getDecisionRequirementsKey())
                            .set("decisionRequirementsId", graph.getDecisionRequirementsId())
                            .set("decisionRequirementsName", graph.getDecisionRequirementsName())
                            .set("version", graph.getDecisionRequirementsVersion())
                            .set("resourceName", graph.getResourceName())
                            .set("tenantId", graph.getTenantId()));
        } else if (event.value() instanceof DecisionRecord decision && event.intent() == DecisionIntent.CREATED) {
            rows.put(decision.getDecisionKey(), row(decision));
        }
    }

    private Row row(DecisionRecord decision) {
        var graph = Optional.ofNullable(requirements.get(decision.getDecisionRequirementsKey()));
        return new Row()
                .setKey("decisionDefinitionKey", decision.getDecisionKey())
                .set("decisionDefinitionId", decision.getDecisionId())
                .set("name", decision.getDecisionName())
                .set("version", decision.getVersion())
                .setKey("decisionRequirementsKey", decision.getDecisionRequirementsKey())
                .set("decisionRequirementsId", decision.getDecisionRequirementsId())
                .set(
                        "decisionRequirementsName",
                        graph.map(row -> row.get("decisionRequirementsName")).orElse(null))
                .set(
                        "decisionRequirementsVersion",
                        graph.map(row -> row.get("version")).orElse(null))
                .set("tenantId", decision.getTenantId());
    }

    @Override
    public Collection<Row> rows() {
        return rows.values();
    }

    Collection<Row> requirements() {
        return requirements.values();
    }
}
