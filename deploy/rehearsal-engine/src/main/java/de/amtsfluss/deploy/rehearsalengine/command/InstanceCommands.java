package de.amtsfluss.deploy.rehearsalengine.command;

import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationStartInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceMigrationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceModificationIntent;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import io.camunda.zeebe.protocol.record.value.VariableDocumentUpdateSemantic;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;

/** Commands about process instances. */
public final class InstanceCommands {

    private InstanceCommands() {}

    /**
     * Which process to start, and where.
     *
     * @param processDefinitionKey the very version, or -1
     * @param processDefinitionId the process, if no key is given
     * @param version its version, or -1 for the latest
     * @param startElements elements to start at, none for the start event
     * @param tags marks of the new instance
     */
    public record Start(
            long processDefinitionKey,
            String processDefinitionId,
            int version,
            List<String> startElements,
            Set<String> tags) {}

    /** Creates a process instance. */
    public static Command create(Start start, DirectBuffer variables) {
        return Command.of(ProcessInstanceCreationIntent.CREATE, creation(start, variables));
    }

    /** Creates a process instance and answers when it has ended. */
    public static Command createWithResult(Start start, DirectBuffer variables, List<String> fetch) {
        return Command.of(
                ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT,
                creation(start, variables).setFetchVariables(fetch));
    }

    private static ProcessInstanceCreationRecord creation(Start start, DirectBuffer variables) {
        var creation = new ProcessInstanceCreationRecord()
                .setProcessDefinitionKey(start.processDefinitionKey())
                .setBpmnProcessId(start.processDefinitionId())
                .setVersion(start.version())
                .setVariables(variables)
                .setTags(start.tags());
        start.startElements()
                .forEach(id ->
                        creation.addStartInstruction(new ProcessInstanceCreationStartInstruction().setElementId(id)));
        return creation;
    }

    /** Cancels a process instance. */
    public static Command cancel(long key) {
        return new Command(ProcessInstanceIntent.CANCEL, key, new ProcessInstanceRecord().setProcessInstanceKey(key));
    }

    /** Activates and terminates elements of a running process instance. */
    public static Command modify(ProcessInstanceModificationRecord modification) {
        return new Command(
                ProcessInstanceModificationIntent.MODIFY, modification.getProcessInstanceKey(), modification);
    }

    /** Lets a running process instance go on as another process or version. */
    public static Command migrate(ProcessInstanceMigrationRecord migration) {
        return new Command(ProcessInstanceMigrationIntent.MIGRATE, migration.getProcessInstanceKey(), migration);
    }

    /** Sets variables, only at the element itself if so wanted. */
    public static Command setVariables(long elementInstanceKey, DirectBuffer variables, boolean local) {
        return Command.of(
                VariableDocumentIntent.UPDATE,
                new VariableDocumentRecord()
                        .setScopeKey(elementInstanceKey)
                        .setVariables(variables)
                        .setUpdateSemantics(
                                local
                                        ? VariableDocumentUpdateSemantic.LOCAL
                                        : VariableDocumentUpdateSemantic.PROPAGATE));
    }

    /** Tries again what had failed. */
    public static Command resolveIncident(long key) {
        return new Command(IncidentIntent.RESOLVE, key, new IncidentRecord());
    }
}
