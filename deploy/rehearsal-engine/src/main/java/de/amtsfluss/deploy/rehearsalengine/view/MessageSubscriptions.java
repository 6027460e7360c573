package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.ProcessMessageSubscriptionRecord;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The messages that process instances wait for. */
final class MessageSubscriptions implements View {

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final ProcessInstances instances;

    MessageSubscriptions(ProcessInstances instances) {
        this.instances = instances;
    }

    @Override
    public void apply(LoggedRecord event) {
        if (event.value() instanceof ProcessMessageSubscriptionRecord subscription
                && event.intent() instanceof ProcessMessageSubscriptionIntent intent) {
            switch (intent) {
                case CREATED, CORRELATED, DELETED, MIGRATED ->
                    rows.computeIfAbsent(event.key(), unused -> create(event, subscription))
                            .set("messageSubscriptionState", intent.name())
                            .set("elementId", subscription.getElementId())
                            .set("lastUpdatedDate", event.at());
                default -> {}
            }
        }
    }

    private Row create(LoggedRecord event, ProcessMessageSubscriptionRecord subscription) {
        var instance = subscription.getProcessInstanceKey();
        return new Row()
                .setKey("messageSubscriptionKey", event.key())
                .set("processDefinitionId", subscription.getBpmnProcessId())
                .set("processDefinitionKey", instances.definitionKey(instance))
                .setKey("processInstanceKey", instance)
                .setKey("rootProcessInstanceKey", instances.root(instance))
                .setKey("elementInstanceKey", subscription.getElementInstanceKey())
                .set("messageName", subscription.getMessageName())
                .set("correlationKey", subscription.getCorrelationKey())
                .set("tenantId", subscription.getTenantId());
    }

    @Override
    public Collection<Row> rows() {
        return rows.values();
    }
}
