package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageStartEventSubscriptionRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.ProcessMessageSubscriptionRecord;
import io.camunda.zeebe.protocol.record.intent.MessageStartEventSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The messages that reached a process instance or started one. */
final class CorrelatedMessages implements View {

    private static final int PARTITION = 1;

    private final List<Row> rows = new ArrayList<>();
    private final ProcessInstances instances;

    CorrelatedMessages(ProcessInstances instances) {
        this.instances = instances;
    }

    @Override
    public void apply(LoggedRecord event) {
        if (event.value() instanceof ProcessMessageSubscriptionRecord message
                && event.intent() == ProcessMessageSubscriptionIntent.CORRELATED) {
            rows.add(row(event, message.getProcessInstanceKey())
                    .set("messageName", message.getMessageName())
                    .set("correlationKey", message.getCorrelationKey())
                    .setKey("messageKey", message.getMessageKey())
                    .set("processDefinitionId", message.getBpmnProcessId())
                    .set("processDefinitionKey", instances.definitionKey(message.getProcessInstanceKey()))
                    .set("elementId", message.getElementId())
                    .setKey("elementInstanceKey", message.getElementInstanceKey())
                    .set("tenantId", message.getTenantId()));
        } else if (event.value() instanceof MessageStartEventSubscriptionRecord start
                && event.intent() == MessageStartEventSubscriptionIntent.CORRELATED) {
            rows.add(row(event, start.getProcessInstanceKey())
                    .set("messageName", start.getMessageName())
                    .set("correlationKey", start.getCorrelationKey())
                    .setKey("messageKey", start.getMessageKey())
                    .set("processDefinitionId", start.getBpmnProcessId())
                    .setKey("processDefinitionKey", start.getProcessDefinitionKey())
                    .set("elementId", start.getStartEventId())
                    .set("elementInstanceKey", null)
                    .set("tenantId", start.getTenantId()));
        }
    }

    private Row row(LoggedRecord event, long instance) {
        return new Row()
                .setKey("subscriptionKey", event.key())
                .setKey("processInstanceKey", instance)
                .setKey("rootProcessInstanceKey", instances.root(instance))
                .set("partitionId", PARTITION)
                .set("correlationTime", event.at());
    }

    @Override
    public Collection<Row> rows() {
        return rows;
    }
}
