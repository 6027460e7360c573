package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The native user tasks. */
final class UserTasks implements View {

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final Definitions definitions;
    private final ProcessInstances instances;

    UserTasks(Definitions definitions, ProcessInstances instances) {
        this.definitions = definitions;
        this.instances = instances;
    }

    @Override
    public void apply(LoggedRecord event) {
        if (event.value() instanceof UserTaskRecord task && event.intent() instanceof UserTaskIntent intent) {
            var row = rows.computeIfAbsent(event.key(), unused -> create(event, task));
            switch (intent) {
                case CREATING, ASSIGNING, CLAIMING, UPDATING, COMPLETING, CANCELING ->
                    row.set("state", intent == UserTaskIntent.CLAIMING ? "ASSIGNING" : intent.name());
                case CREATED, ASSIGNED, UPDATED, CORRECTED, MIGRATED -> change(row.set("state", "CREATED"), task);
                case ASSIGNMENT_DENIED, UPDATE_DENIED, COMPLETION_DENIED -> row.set("state", "CREATED");
                case COMPLETED, CANCELED ->
                    change(row.set("state", intent.name()), task).set("completionDate", event.at());
                default -> {}
            }
        }
    }

    private Row create(LoggedRecord event, UserTaskRecord task) {
        var instance = task.getProcessInstanceKey();
        var definition = task.getProcessDefinitionKey();
        var row = new Row()
                .setKey("userTaskKey", event.key())
                .set("name", definitions.elementName(definition, task.getElementId()))
                .set("elementId", task.getElementId())
                .setKey("elementInstanceKey", task.getElementInstanceKey())
                .set("processDefinitionId", task.getBpmnProcessId())
                .set("processName", definitions.processName(definition))
                .set("processDefinitionVersion", task.getProcessDefinitionVersion())
                .setKey("processDefinitionKey", definition)
                .setKey("processInstanceKey", instance)
                .setKey("rootProcessInstanceKey", instances.root(instance))
                .set("creationDate", event.at())
                .set("completionDate", null)
                .setKey("formKey", task.getFormKey())
                .setText("externalFormReference", task.getExternalFormReference())
                .set("customHeaders", task.getCustomHeaders())
                .set("tenantId", task.getTenantId())
                .set("tags", java.util.List.of());
        return change(row, task);
    }

    private static Row change(Row row, UserTaskRecord task) {
        return row.setText("assignee", task.getAssignee())
                .set("candidateGroups", task.getCandidateGroupsList())
                .set("candidateUsers", task.getCandidateUsersList())
                .hide("candidateGroup", task.getCandidateGroupsList())
                .hide("candidateUser", task.getCandidateUsersList())
                .setText("dueDate", task.getDueDate())
                .setText("followUpDate", task.getFollowUpDate())
                .set("priority", task.getPriority())
                .set("elementId", task.getElementId());
    }

    @Override
    public Collection<Row> rows() {
        return rows.values();
    }
}
