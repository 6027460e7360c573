package de.amtsfluss.deploy.rehearsalengine.grpc;

import de.amtsfluss.deploy.rehearsalengine.command.Document;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionRequirementsMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Deployment;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecision;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionInput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionOutput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FormMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MatchedDecisionRule;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessMetadata;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceResultRecord;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;
import io.camunda.zeebe.protocol.record.value.MatchedRuleValue;
import io.camunda.zeebe.protocol.record.value.deployment.DecisionRecordValue;

/** Words the engine's records in the gRPC protocol. */
final class Replies {

    private Replies() {}

    static GatewayOuterClass.ActivatedJob job(long key, JobRecord job) {
        return GatewayOuterClass.ActivatedJob.newBuilder()
                .setKey(key)
                .setType(job.getType())
                .setProcessInstanceKey(job.getProcessInstanceKey())
                .setBpmnProcessId(job.getBpmnProcessId())
                .setProcessDefinitionVersion(job.getProcessDefinitionVersion())
                .setProcessDefinitionKey(job.getProcessDefinitionKey())
                .setElementId(job.getElementId())
                .setElementInstanceKey(job.getElementInstanceKey())
                .setCustomHeaders(MsgPackConverter.convertToJson(job.getCustomHeadersBuffer()))
                .setWorker(job.getWorker())
                .setRetries(job.getRetries())
                .setDeadline(job.getDeadline())
                .setVariables(Document.json(job.getVariablesBuffer()))
                .setTenantId(job.getTenantId())
                .setKind(GatewayOuterClass.ActivatedJob.JobKind.valueOf(
                        job.getJobKind().name()))
                .setListenerEventType(GatewayOuterClass.ActivatedJob.ListenerEventType.valueOf(
                        job.getJobListenerEventType().name()))
                .addAllTags(job.getTags())
                .build();
    }

    static CreateProcessInstanceResponse created(ProcessInstanceCreationRecord instance) {
        return CreateProcessInstanceResponse.newBuilder()
                .setProcessDefinitionKey(instance.getProcessDefinitionKey())
                .setBpmnProcessId(instance.getBpmnProcessId())
                .setVersion(instance.getVersion())
                .setProcessInstanceKey(instance.getProcessInstanceKey())
                .setTenantId(instance.getTenantId())
                .addAllTags(instance.getTags())
                .build();
    }

    static CreateProcessInstanceWithResultResponse result(ProcessInstanceResultRecord result) {
        return CreateProcessInstanceWithResultResponse.newBuilder()
                .setProcessDefinitionKey(result.getProcessDefinitionKey())
                .setBpmnProcessId(result.getBpmnProcessId())
                .setVersion(result.getVersion())
                .setProcessInstanceKey(result.getProcessInstanceKey())
                .setVariables(Document.json(result.getVariablesBuffer()))
                .setTenantId(result.getTenantId())
                .addAllTags(result.getTags())
                .build();
    }

    static DeployResourceResponse deployed(long key, DeploymentRecord deployment) {
        var reply = DeployResourceResponse.newBuilder().setKey(key).setTenantId(deployment.getTenantId());
        deployment
                .getProcessesMetadata()
                .forEach(process -> reply.addDeployments(Deployment.newBuilder()
                        .setProcess(ProcessMetadata.newBuilder()
                                .setBpmnProcessId(process.getBpmnProcessId())
                                .setVersion(process.getVersion())
                                .setProcessDefinitionKey(process.getProcessDefinitionKey())
                                .setResourceName(process.getResourceName())
                                .setTenantId(process.getTenantId()))));
        deployment.getDecisionsMetadata().forEach(decision -> reply.addDeployments(deployment(decision)));
        deployment
                .getDecisionRequirementsMetadata()
                .forEach(graph -> reply.addDeployments(Deployment.newBuilder()
                        .setDecisionRequirements(DecisionRequirementsMetadata.newBuilder()
                                .setDmnDecisionRequirementsId(graph.getDecisionRequirementsId())
                                .setDmnDecisionRequirementsName(graph.getDecisionRequirementsName())
                                .setVersion(graph.getDecisionRequirementsVersion())
                                .setDecisionRequirementsKey(graph.getDecisionRequirementsKey())
                                .setResourceName(graph.getResourceName())
                                .setTenantId(graph.getTenantId()))));
        deployment
                .getFormMetadata()
                .forEach(form -> reply.addDeployments(Deployment.newBuilder()
                        .setForm(FormMetadata.newBuilder()
                                .setFormId(form.getFormId())
                                .setVersion(form.getVersion())
                                .setFormKey(form.getFormKey())
                                .setResourceName(form.getResourceName())
                                .setTenantId(form.getTenantId()))));
        return reply.build();
    }

    private static Deployment deployment(DecisionRecordValue decision) {
        return Deployment.newBuilder()
                .setDecision(DecisionMetadata.newBuilder()
                        .setDmnDecisionId(decision.getDecisionId())
                        .setDmnDecisionName(decision.getDecisionName())
                        .setVersion(decision.getVersion())
                        .setDecisionKey(decision.getDecisionKey())
                        .setDmnDecisionRequirementsId(decision.getDecisionRequirementsId())
                        .setDecisionRequirementsKey(decision.getDecisionRequirementsKey())
                        .setTenantId(decision.getTenantId()))
                .build();
    }

    static EvaluateDecisionResponse evaluated(long key, DecisionEvaluationRecord evaluation) {
        var reply = EvaluateDecisionResponse.newBuilder()
                .setDecisionKey(evaluation.getDecisionKey())
                .setDecisionId(evaluation.getDecisionId())
                .setDecisionName(evaluation.getDecisionName())
                .setDecisionVersion(evaluation.getDecisionVersion())
                .setDecisionRequirementsId(evaluation.getDecisionRequirementsId())
                .setDecisionRequirementsKey(evaluation.getDecisionRequirementsKey())
                .setDecisionOutput(evaluation.getDecisionOutput())
                .setFailedDecisionId(evaluation.getFailedDecisionId())
                .setFailureMessage(evaluation.getEvaluationFailureMessage())
                .setDecisionInstanceKey(key)
                .setDecisionEvaluationKey(key)
                .setTenantId(evaluation.getTenantId());
        evaluation.getEvaluatedDecisions().forEach(decision -> reply.addEvaluatedDecisions(decision(decision)));
        return reply.build();
    }

    private static EvaluatedDecision decision(EvaluatedDecisionValue decision) {
        var reply = EvaluatedDecision.newBuilder()
                .setDecisionKey(decision.getDecisionKey())
                .setDecisionId(decision.getDecisionId())
                .setDecisionName(decision.getDecisionName())
                .setDecisionVersion(decision.getDecisionVersion())
                .setDecisionType(decision.getDecisionType())
                .setDecisionOutput(decision.getDecisionOutput())
                .setTenantId(decision.getTenantId());
        decision.getEvaluatedInputs()
                .forEach(input -> reply.addEvaluatedInputs(EvaluatedDecisionInput.newBuilder()
                        .setInputId(input.getInputId())
                        .setInputName(input.getInputName())
                        .setInputValue(input.getInputValue())));
        decision.getMatchedRules().forEach(rule -> reply.addMatchedRules(rule(rule)));
        return reply.build();
    }

    private static MatchedDecisionRule rule(MatchedRuleValue rule) {
        var reply = MatchedDecisionRule.newBuilder().setRuleId(rule.getRuleId()).setRuleIndex(rule.getRuleIndex());
        rule.getEvaluatedOutputs()
                .forEach(output -> reply.addEvaluatedOutputs(EvaluatedDecisionOutput.newBuilder()
                        .setOutputId(output.getOutputId())
                        .setOutputName(output.getOutputName())
                        .setOutputValue(output.getOutputValue())));
        return reply.build();
    }
}
