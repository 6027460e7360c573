package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The sequence flows that were taken. */
final class SequenceFlows implements View {

    private final List<Row> rows = new ArrayList<>();
    private final ProcessInstances instances;

    SequenceFlows(ProcessInstances instances) {
        this.instances = instances;
    }

    @Override
    public void apply(LoggedRecord event) {
        if (event.value() instanceof ProcessInstanceRecord flow
                && event.intent() == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN) {
            var instance = flow.getProcessInstanceKey();
            rows.add(new Row()
                    .set("sequenceFlowId", instance + "_" + flow.getElementId())
                    .setKey("processInstanceKey", instance)
                    .setKey("rootProcessInstanceKey", instances.root(instance))
                    .setKey("processDefinitionKey", flow.getProcessDefinitionKey())
                    .set("processDefinitionId", flow.getBpmnProcessId())
                    .set("elementId", flow.getElementId())
                    .set("tenantId", flow.getTenantId()));
        }
    }

    @Override
    public Collection<Row> rows() {
        return rows;
    }
}
