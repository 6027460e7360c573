package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The incidents, and the marks they leave at instances. */
final class Incidents implements View {

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final ProcessInstances instances;
    private final ElementInstances elements;

    Incidents(ProcessInstances instances, ElementInstances elements) {
        this.instances = instances;
        this.elements = elements;
    }

    @Override
    public void apply(LoggedRecord event) {
        if (event.value() instanceof IncidentRecord incident && event.intent() instanceof IncidentIntent intent) {
            var row = rows.computeIfAbsent(event.key(), unused -> create(event, incident));
            if (intent == IncidentIntent.RESOLVED) {
                row.set("state", "RESOLVED");
            }
            mark(event.key(), row, incident);
        }
    }

    private Row create(LoggedRecord event, IncidentRecord incident) {
        return new Row()
                .setKey("incidentKey", event.key())
                .set("processDefinitionId", incident.getBpmnProcessId())
                .setKey("processDefinitionKey", incident.getProcessDefinitionKey())
                .setKey("processInstanceKey", incident.getProcessInstanceKey())
                .setKey("rootProcessInstanceKey", instances.root(incident.getProcessInstanceKey()))
                .set("errorType", incident.getErrorType().name())
                .set("errorMessage", incident.getErrorMessage())
                .set("elementId", incident.getElementId())
                .setKey("elementInstanceKey", incident.getElementInstanceKey())
                .setKey("jobKey", incident.getJobKey())
                .set("creationTime", event.at())
                .set("state", "ACTIVE")
                .set("tenantId", incident.getTenantId());
    }

    private void mark(long key, Row row, IncidentRecord incident) {
        var active = "ACTIVE".equals(row.get("state"));
        elements.incident(incident.getElementInstanceKey(), active ? Long.toString(key) : null);
        instances.hasIncident(
                incident.getProcessInstanceKey(),
                rows.values().stream()
                        .anyMatch(other -> "ACTIVE".equals(other.get("state"))
                                && Objects.equals(other.get("processInstanceKey"), row.get("processInstanceKey"))));
    }

    @Override
    public Collection<Row> rows() {
        return rows.values();
    }
}
