package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The variables; their values are JSON. */
final class Variables implements View {

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final ProcessInstances instances;

    Variables(ProcessInstances instances) {
        this.instances = instances;
    }

    @Override
    public void apply(LoggedRecord event) {
        if (event.value() instanceof VariableRecord variable) {
            var instance = variable.getProcessInstanceKey();
            rows.computeIfAbsent(event.key(), unused -> new Row())
                    .setKey("variableKey", event.key())
                    .set("name", variable.getName())
                    .set("value", variable.getValue())
                    .setKey("scopeKey", variable.getScopeKey())
                    .setKey("processInstanceKey", instance)
                    .setKey("rootProcessInstanceKey", instances.root(instance))
                    .set("tenantId", variable.getTenantId())
                    .set("isTruncated", false);
        }
    }

    /** Whether a scope has a variable with this value. */
    boolean has(Object scope, Object name, Object value) {
        return rows.values().stream()
                .anyMatch(row -> Objects.equals(row.get("scopeKey"), scope)
                        && Objects.equals(row.get("name"), name)
                        && Objects.equals(row.get("value"), value));
    }

    @Override
    public Collection<Row> rows() {
        return rows.values();
    }
}
