package de.amtsfluss.processes;

/**
 * The search cannot answer now since its server does not; nothing that is to be found is lost, and it will come back.
 */
public final class SucheUnavailableException extends RuntimeException {

    /**
     * The search cannot answer.
     *
     * @param reason a sentence for the log, without what was looked for
     * @param cause what the server or the way to it said
     */
    public SucheUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
