package de.amtsfluss.deploy.rehearsalengine.rest;

import de.amtsfluss.deploy.rehearsalengine.CurrentEngine;
import de.amtsfluss.deploy.rehearsalengine.command.EventCommands;
import de.amtsfluss.deploy.rehearsalengine.command.EventCommands.Message;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageCorrelationRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Messages and signals. */
final class EventRoutes {

    private static final String TENANT = "<default>";

    private final EngineCalls calls;

    EventRoutes(CurrentEngine engine) {
        this.calls = new EngineCalls(engine);
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v2/messages/publication", this::publish),
                Route.of("POST", "/v2/messages/correlation", this::correlate),
                Route.of("POST", "/v2/signals/broadcast", this::broadcast));
    }

    private Reply publish(Call call) {
        var message = new Message(
                call.text("name", ""),
                call.text("correlationKey", ""),
                Duration.ofMillis(call.number("timeToLive", 0)),
                call.text("messageId", ""));
        return calls.run(
                EventCommands.publish(message, call.variables()),
                done -> Reply.json(Map.of("tenantId", TENANT, "messageKey", Long.toString(done.key()))));
    }

    private Reply correlate(Call call) {
        return calls.run(
                EventCommands.correlate(call.text("name", ""), call.text("correlationKey", ""), call.variables()),
                done -> correlated((MessageCorrelationRecord) done.value()));
    }

    private static Reply correlated(MessageCorrelationRecord message) {
        return Reply.json(Map.of(
                "tenantId", message.getTenantId(),
                "messageKey", Long.toString(message.getMessageKey()),
                "processInstanceKey", Long.toString(message.getProcessInstanceKey())));
    }

    private Reply broadcast(Call call) {
        return calls.run(
                EventCommands.broadcast(call.text("signalName", ""), call.variables()),
                done -> Reply.json(Map.of("tenantId", TENANT, "signalKey", Long.toString(done.key()))));
    }
}
