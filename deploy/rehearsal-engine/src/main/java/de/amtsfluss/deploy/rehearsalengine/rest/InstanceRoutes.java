package de.amtsfluss.deploy.rehearsalengine.rest;

import de.amtsfluss.deploy.rehearsalengine.CurrentEngine;
import de.amtsfluss.deploy.rehearsalengine.command.InstanceCommands;
import de.amtsfluss.deploy.rehearsalengine.command.InstanceCommands.Start;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Commands about process instances. */
final class InstanceRoutes {

    private final EngineCalls calls;

    InstanceRoutes(CurrentEngine engine) {
        this.calls = new EngineCalls(engine);
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v2/process-instances", this::create),
                Route.of(
                        "POST",
                        "/v2/process-instances/{key}/cancellation",
                        call -> calls.run(InstanceCommands.cancel(call.key("key")))),
                Route.of("PUT", "/v2/element-instances/{key}/variables", this::setVariables),
                Route.of(
                        "POST",
                        "/v2/incidents/{key}/resolution",
                        call -> calls.run(InstanceCommands.resolveIncident(call.key("key")))));
    }

    private Reply create(Call call) {
        if (call.truth("awaitCompletion", false)) {
            throw new BadRequestException(
                    "Expected to create without a result, but 'awaitCompletion' is set; use gRPC");
        }
        var elements = call.body()
                .path("startInstructions")
                .valueStream()
                .map(instruction -> instruction.path("elementId").asText())
                .toList();
        var tags = call.texts("tags");
        var start = new Start(
                call.bodyKey("processDefinitionKey"),
                call.text("processDefinitionId", ""),
                Math.toIntExact(call.number("processDefinitionVersion", -1)),
                elements,
                tags == null ? Set.of() : tags.stream().collect(Collectors.toUnmodifiableSet()));
        return calls.run(
                InstanceCommands.create(start, call.variables()),
                done -> created((ProcessInstanceCreationRecord) done.value()));
    }

    private static Reply created(ProcessInstanceCreationRecord instance) {
        return Reply.json(Map.of(
                "processDefinitionId", instance.getBpmnProcessId(),
                "processDefinitionVersion", instance.getVersion(),
                "tenantId", instance.getTenantId(),
                "processDefinitionKey", Long.toString(instance.getProcessDefinitionKey()),
                "processInstanceKey", Long.toString(instance.getProcessInstanceKey()),
                "variables", Map.of(),
                "tags", instance.getTags()));
    }

    private Reply setVariables(Call call) {
        return calls.run(InstanceCommands.setVariables(call.key("key"), call.variables(), call.truth("local", false)));
    }
}
