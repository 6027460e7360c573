package de.amtsfluss.processes.engine;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Why a command to the engine failed, sorted by what helps. */
public sealed interface EngineFailure {

    /** A sentence for the log. */
    String reason();

    /**
     * The engine is away or overloaded: the same command may succeed later.
     *
     * @param reason a sentence for the log
     */
    record Temporary(String reason) implements EngineFailure {}

    /**
     * The engine does not know what the command is about, or not any more.
     *
     * @param reason a sentence for the log
     */
    record Missing(String reason) implements EngineFailure {}

    /**
     * The engine has seen the same message before.
     *
     * @param reason a sentence for the log
     */
    record Repeated(String reason) implements EngineFailure {}

    /**
     * The engine will never take the command.
     *
     * @param reason a sentence for the log
     */
    record Refused(String reason) implements EngineFailure {}

    /** Sorts what the client has thrown. */
    static EngineFailure of(Throwable thrown) {
        var cause = unwrap(thrown);
        var reason = String.valueOf(cause.getMessage());
        return switch (cause) {
            case ClientStatusException grpc -> ofGrpc(grpc.getStatusCode(), reason);
            case ProblemException rest -> ofHttp(rest.code(), reason);
            default -> new Temporary(reason);
        };
    }

    private static Throwable unwrap(Throwable thrown) {
        var cause = thrown.getCause();
        return (thrown instanceof CompletionException || thrown instanceof ExecutionException) && cause != null
                ? unwrap(cause)
                : thrown;
    }

    private static EngineFailure ofGrpc(Status.Code code, String reason) {
        return switch (code) {
            case NOT_FOUND -> new Missing(reason);
            case ALREADY_EXISTS -> new Repeated(reason);
            case INVALID_ARGUMENT, FAILED_PRECONDITION, UNIMPLEMENTED, PERMISSION_DENIED, OUT_OF_RANGE ->
                new Refused(reason);
            default -> new Temporary(reason);
        };
    }

    private static EngineFailure ofHttp(int code, String reason) {
        return switch (code) {
            case 404 -> new Missing(reason);
            case 400, 403, 409, 422 -> new Refused(reason);
            default -> new Temporary(reason);
        };
    }
}
