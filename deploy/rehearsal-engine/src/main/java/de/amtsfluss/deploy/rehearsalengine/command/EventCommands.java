package de.amtsfluss.deploy.rehearsalengine.command;

import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageCorrelationRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.signal.SignalRecord;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.intent.MessageCorrelationIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.SignalIntent;
import java.time.Duration;
import org.agrona.DirectBuffer;

/** Commands that belong to no process instance: messages, signals, decisions. */
public final class EventCommands {

    private EventCommands() {}

    /**
     * A message that is kept for a while.
     *
     * @param name its name
     * @param correlationKey whom it concerns
     * @param timeToLive how long it waits for somebody it concerns
     * @param id recognises a repeat, or is empty
     */
    public record Message(String name, String correlationKey, Duration timeToLive, String id) {}

    /** Publishes a message. */
    public static Command publish(Message message, DirectBuffer variables) {
        var published = new MessageRecord()
                .setName(message.name())
                .setCorrelationKey(message.correlationKey())
                .setTimeToLive(message.timeToLive().toMillis())
                .setVariables(variables);
        return Command.of(
                MessageIntent.PUBLISH, message.id().isEmpty() ? published : published.setMessageId(message.id()));
    }

    /** Gives a message to a process instance that waits for it now, or is refused. */
    public static Command correlate(String name, String correlationKey, DirectBuffer variables) {
        return Command.of(
                MessageCorrelationIntent.CORRELATE,
                new MessageCorrelationRecord()
                        .setName(name)
                        .setCorrelationKey(correlationKey)
                        .setVariables(variables));
    }

    /** Broadcasts a signal. */
    public static Command broadcast(String name, DirectBuffer variables) {
        return Command.of(
                SignalIntent.BROADCAST, new SignalRecord().setSignalName(name).setVariables(variables));
    }

    /** Evaluates a decision by key, or by id if the key is -1. */
    public static Command evaluate(long key, String id, DirectBuffer variables) {
        return Command.of(
                DecisionEvaluationIntent.EVALUATE,
                new DecisionEvaluationRecord()
                        .setDecisionKey(key)
                        .setDecisionId(id)
                        .setVariables(variables));
    }
}
