package de.amtsfluss.deploy.rehearsalengine.grpc;

import de.amtsfluss.deploy.rehearsalengine.command.Document;
import de.amtsfluss.deploy.rehearsalengine.command.InstanceCommands.Start;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest.ActivateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationMappingInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationActivateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationTerminateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationVariableInstruction;
import java.util.Set;

/** Reads what the gRPC protocol says about process instances. */
final class InstanceRequests {

    private InstanceRequests() {}

    static Start start(CreateProcessInstanceRequest request) {
        return new Start(
                request.getProcessDefinitionKey(),
                request.getBpmnProcessId(),
                request.getVersion(),
                request.getStartInstructionsList().stream()
                        .map(GatewayOuterClass.ProcessInstanceCreationStartInstruction::getElementId)
                        .toList(),
                Set.copyOf(request.getTagsList()));
    }

    static ProcessInstanceModificationRecord modification(ModifyProcessInstanceRequest request) {
        var modification =
                new ProcessInstanceModificationRecord().setProcessInstanceKey(request.getProcessInstanceKey());
        request.getActivateInstructionsList()
                .forEach(instruction -> modification.addActivateInstruction(activation(instruction)));
        request.getTerminateInstructionsList()
                .forEach(instruction ->
                        modification.addTerminateInstruction(new ProcessInstanceModificationTerminateInstruction()
                                .setElementInstanceKey(instruction.getElementInstanceKey())));
        return modification;
    }

    private static ProcessInstanceModificationActivateInstruction activation(ActivateInstruction instruction) {
        var activation = new ProcessInstanceModificationActivateInstruction()
                .setElementId(instruction.getElementId())
                .setAncestorScopeKey(instruction.getAncestorElementInstanceKey());
        instruction
                .getVariableInstructionsList()
                .forEach(variables ->
                        activation.addVariableInstruction(new ProcessInstanceModificationVariableInstruction()
                                .setElementId(variables.getScopeId())
                                .setVariables(Document.of(variables.getVariables()))));
        return activation;
    }

    static ProcessInstanceMigrationRecord migration(MigrateProcessInstanceRequest request) {
        var plan = request.getMigrationPlan();
        var migration = new ProcessInstanceMigrationRecord()
                .setProcessInstanceKey(request.getProcessInstanceKey())
                .setTargetProcessDefinitionKey(plan.getTargetProcessDefinitionKey());
        plan.getMappingInstructionsList()
                .forEach(mapping -> migration.addMappingInstruction(new ProcessInstanceMigrationMappingInstruction()
                        .setSourceElementId(mapping.getSourceElementId())
                        .setTargetElementId(mapping.getTargetElementId())));
        return migration;
    }
}
