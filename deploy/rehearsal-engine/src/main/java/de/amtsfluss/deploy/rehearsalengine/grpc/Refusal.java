package de.amtsfluss.deploy.rehearsalengine.grpc;

import de.amtsfluss.deploy.rehearsalengine.engine.Answer.Rejected;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** Words the engine's refusals in the gRPC protocol, with the codes of Camunda's gateway. */
final class Refusal {

    private Refusal() {}

    static StatusRuntimeException of(Rejected rejected) {
        var status = switch (rejected.type()) {
            case INVALID_ARGUMENT -> Status.INVALID_ARGUMENT;
            case NOT_FOUND -> Status.NOT_FOUND;
            case ALREADY_EXISTS -> Status.ALREADY_EXISTS;
            case INVALID_STATE -> Status.FAILED_PRECONDITION;
            case EXCEEDED_BATCH_RECORD_SIZE -> Status.RESOURCE_EXHAUSTED;
            case UNAUTHORIZED -> Status.UNAUTHENTICATED;
            case FORBIDDEN -> Status.PERMISSION_DENIED;
            case PROCESSING_ERROR, SBE_UNKNOWN, NULL_VAL -> Status.INTERNAL;
        };
        return status.withDescription(rejected.reason()).asRuntimeException();
    }

    static StatusRuntimeException ofBadInput(RuntimeException bad) {
        return Status.INVALID_ARGUMENT
                .withDescription("Expected a valid request, but " + bad.getMessage())
                .asRuntimeException();
    }
}
