package de.amtsfluss.lorawantriggers.networkserver;

/** A document has a value that no such document can have, or keeps from us what we need. */
final class UnusableException extends RuntimeException {

    private final String reason;

    /**
     * Takes the reason of the dead letter and its sentence.
     *
     * @param reason one word for machines
     */
    UnusableException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
