package de.amtsfluss.deploy.rehearsalengine.rest;

import de.amtsfluss.deploy.rehearsalengine.CurrentEngine;
import de.amtsfluss.deploy.rehearsalengine.command.Command;
import de.amtsfluss.deploy.rehearsalengine.engine.Answer;
import de.amtsfluss.deploy.rehearsalengine.engine.Answer.Accepted;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Sends commands and waits for the answers. */
final class EngineCalls {

    private static final long PATIENCE_SECONDS = 60;

    private final CurrentEngine engine;

    EngineCalls(CurrentEngine engine) {
        this.engine = engine;
    }

    /** Answers without a body where the engine accepts. */
    Reply run(Command command) {
        return run(command, accepted -> Reply.nothing());
    }

    Reply run(Command command, Function<Accepted, Reply> reply) {
        return switch (await(command)) {
            case Answer.Accepted accepted -> reply.apply(accepted);
            case Answer.Rejected rejected -> Reply.of(rejected);
        };
    }

    private Answer await(Command command) {
        try {
            return command.to(engine.life().engine().commands()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "Expected an answer to '%s' within %d s, but there was none"
                            .formatted(command.intent(), PATIENCE_SECONDS),
                    e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Expected an answer to '%s', but failed".formatted(command.intent()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Expected an answer to '%s', but was stopped".formatted(command.intent()), e);
        }
    }
}
