package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The process instances. */
final class ProcessInstances implements View {

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final Map<Long, Long> roots = new HashMap<>();
    private final Definitions definitions;

    ProcessInstances(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public void apply(LoggedRecord event) {
        if (event.value() instanceof ProcessInstanceRecord instance
                && instance.getBpmnElementType() == BpmnElementType.PROCESS) {
            switch ((ProcessInstanceIntent) event.intent()) {
                case ELEMENT_ACTIVATING -> add(event, instance);
                case ELEMENT_COMPLETED -> end(event, "COMPLETED");
                case ELEMENT_TERMINATED -> end(event, "TERMINATED");
                case ELEMENT_MIGRATED -> define(row(event.key()), instance);
                default -> {}
            }
        }
    }

    private void add(LoggedRecord event, ProcessInstanceRecord instance) {
        var parent = instance.getParentProcessInstanceKey();
        roots.put(event.key(), parent < 0 ? event.key() : root(parent));
        var row = define(new Row(), instance)
                .setKey("processInstanceKey", event.key())
                .set("startDate", event.at())
                .set("endDate", null)
                .set("state", "ACTIVE")
                .set("hasIncident", false)
                .set("tenantId", instance.getTenantId())
                .setKey("parentProcessInstanceKey", parent)
                .setKey("parentElementInstanceKey", instance.getParentElementInstanceKey())
                .setKey("rootProcessInstanceKey", root(event.key()))
                .set("tags", instance.getTags());
        rows.put(event.key(), row);
    }

    private Row define(Row row, ProcessInstanceRecord instance) {
        var name = definitions.processName(instance.getProcessDefinitionKey());
        return row.setKey("processDefinitionKey", instance.getProcessDefinitionKey())
                .set("processDefinitionId", instance.getBpmnProcessId())
                .set("processDefinitionName", name.isEmpty() ? instance.getBpmnProcessId() : name)
                .set("processDefinitionVersion", instance.getVersion())
                .set("processDefinitionVersionTag", null);
    }

    private void end(LoggedRecord event, String state) {
        row(event.key()).set("state", state).set("endDate", event.at());
    }

    private Row row(long key) {
        var row = rows.get(key);
        if (row == null) {
            throw new IllegalStateException(
                    "Expected process instance %d to have begun, but it has not".formatted(key));
        }
        return row;
    }

    /** The outermost process instance that the given one runs in. */
    long root(long key) {
        return roots.getOrDefault(key, key);
    }

    @Nullable
    Object definitionKey(long key) {
        return row(key).get("processDefinitionKey");
    }

    void hasIncident(long key, boolean has) {
        row(key).set("hasIncident", has);
    }

    @Override
    public Collection<Row> rows() {
        return rows.values();
    }
}
