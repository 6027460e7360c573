package de.amtsfluss.deploy.zeebeexporter;

/** Kafka did not take a batch; the batch stays in memory and is sent again. */
final class NotAcknowledgedException extends RuntimeException {

    NotAcknowledgedException(String message, Throwable cause) {
        super(message, cause);
    }
}
