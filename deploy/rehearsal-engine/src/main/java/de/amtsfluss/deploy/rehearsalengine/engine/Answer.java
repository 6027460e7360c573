package de.amtsfluss.deploy.rehearsalengine.engine;

import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RejectionType;

/** What the engine answers to a command. */
public sealed interface Answer {

    /**
     * The engine has carried the command out.
     *
     * @param key the key of what came about or was changed
     * @param value what came about
     */
    record Accepted(long key, UnifiedRecordValue value) implements Answer {}

    /**
     * The engine has refused the command.
     *
     * @param type the kind of refusal
     * @param reason the engine's sentence, with the command and the kind of refusal
     */
    record Rejected(RejectionType type, String reason) implements Answer {}
}
