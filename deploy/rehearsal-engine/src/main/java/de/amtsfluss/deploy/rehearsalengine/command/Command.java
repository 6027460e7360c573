package de.amtsfluss.deploy.rehearsalengine.command;

import de.amtsfluss.deploy.rehearsalengine.engine.Answer;
import de.amtsfluss.deploy.rehearsalengine.engine.Commands;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.intent.Intent;
import java.util.concurrent.CompletableFuture;

/**
 * A command to the engine.
 *
 * @param intent what shall happen
 * @param key to what, or -1 if it does not exist yet
 * @param value how
 */
public record Command(Intent intent, long key, UnifiedRecordValue value) {

    static Command of(Intent intent, UnifiedRecordValue value) {
        return new Command(intent, -1, value);
    }

    /** Sends it. */
    public CompletableFuture<Answer> to(Commands commands) {
        return commands.send(intent, key, value);
    }
}
