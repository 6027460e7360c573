package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs inside the process instances: tasks, events, gateways, sub-processes. */
final class ElementInstances implements View {

    private static final Set<BpmnElementType> OTHERS = Set.of(BpmnElementType.PROCESS, BpmnElementType.SEQUENCE_FLOW);

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final Definitions definitions;
    private final ProcessInstances instances;

    ElementInstances(Definitions definitions, ProcessInstances instances) {
        this.definitions = definitions;
        this.instances = instances;
    }

    @Override
    public void apply(LoggedRecord event) {
        if (event.value() instanceof ProcessInstanceRecord element && !OTHERS.contains(element.getBpmnElementType())) {
            switch ((ProcessInstanceIntent) event.intent()) {
                case ELEMENT_ACTIVATING -> add(event, element);
                case ELEMENT_COMPLETED -> end(event, "COMPLETED");
                case ELEMENT_TERMINATED -> end(event, "TERMINATED");
                case ELEMENT_MIGRATED -> migrate(event, element);
                default -> {}
            }
        }
    }

    private void add(LoggedRecord event, ProcessInstanceRecord element) {
        var instance = element.getProcessInstanceKey();
        rows.put(
                event.key(),
                define(new Row(), element)
                        .setKey("elementInstanceKey", event.key())
                        .setKey("processInstanceKey", instance)
                        .setKey("rootProcessInstanceKey", instances.root(instance))
                        .set("type", element.getBpmnElementType().name())
                        .set("state", "ACTIVE")
                        .set("startDate", event.at())
                        .set("endDate", null)
                        .set("hasIncident", false)
                        .set("incidentKey", null)
                        .set("tenantId", element.getTenantId())
                        .hide("elementInstanceScopeKey", Long.toString(element.getFlowScopeKey())));
    }

    private Row define(Row row, ProcessInstanceRecord element) {
        return row.setKey("processDefinitionKey", element.getProcessDefinitionKey())
                .set("processDefinitionId", element.getBpmnProcessId())
                .set("elementId", element.getElementId())
                .set("elementName", definitions.elementName(element.getProcessDefinitionKey(), element.getElementId()));
    }

    private void end(LoggedRecord event, String state) {
        var row = rows.get(event.key());
        if (row != null) {
            row.set("state", state).set("endDate", event.at());
        }
    }

    private void migrate(LoggedRecord event, ProcessInstanceRecord element) {
        var row = rows.get(event.key());
        if (row != null) {
            define(row, element);
        }
    }

    void incident(long key, @Nullable String incidentKey) {
        var row = rows.get(key);
        if (row != null) {
            row.set("hasIncident", incidentKey != null).set("incidentKey", incidentKey);
        }
    }

    @Override
    public Collection<Row> rows() {
        return rows.values();
    }
}
