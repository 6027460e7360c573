package de.amtsfluss.processes.engine;

import io.camunda.client.api.command.ClientException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * What the engine answered to a command.
 *
 * @param <T> what the client tells of a command that was taken
 */
public sealed interface EngineAnswer<T> {

    /**
     * The engine has taken the command.
     *
     * @param value what it tells
     */
    record Taken<T>(T value) implements EngineAnswer<T> {}

    /**
     * The engine has not taken the command.
     *
     * @param failure why not
     */
    record Failed<T>(EngineFailure failure) implements EngineAnswer<T> {}

    /**
     * Waits for the answer to a command that was sent. The client's own time limit bounds the wait.
     *
     * @param sent what {@code send()} of the client returned
     */
    static <T> EngineAnswer<T> await(CompletionStage<T> sent) {
        try {
            return new Taken<>(sent.toCompletableFuture().join());
        } catch (ClientException | CompletionException e) {
            // The client's futures throw its own exceptions as they are, those derived from them wrap them.
            return new Failed<>(EngineFailure.of(e));
        }
    }
}
