package de.amtsfluss.deploy.localstack;

/** The stack cannot start or go on; the message tells a person what was expected, what was found and what to change. */
public final class LocalStackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * A failure without a deeper cause.
     *
     * @param reason the kind of failure
     * @param message what was expected and what was found, for a person
     */
    public LocalStackException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /**
     * A failure with its cause.
     *
     * @param reason the kind of failure
     * @param message what was expected and what was found, for a person
     * @param cause what the system said
     */
    public LocalStackException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * The kind of failure.
     *
     * @return never the empty answer
     */
    public Reason reason() {
        return reason;
    }

    /** The kinds of failure, each with the exit code by which {@code deploy/run} reports it. */
    public enum Reason {
        /** An option is unknown or has a value it cannot have. */
        BAD_OPTION(2),
        /** Another run uses the same state folder. */
        STATE_IN_USE(3),
        /** A port is held by somebody else. */
        PORT_TAKEN(4),
        /** The machine has less free memory than the parts need. */
        TOO_LITTLE_MEMORY(5),
        /** A server's files are not where the build puts them. */
        PART_MISSING(6),
        /** A part ended by itself. */
        PART_DIED(7),
        /** A part runs, but did not become ready in time. */
        NOT_READY(8),
        /** The state folder cannot be read or written. */
        STATE_UNUSABLE(9);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        /**
         * The exit code of {@code deploy/run}.
         *
         * @return greater than zero
         */
        public int exitCode() {
            return exitCode;
        }
    }
}
