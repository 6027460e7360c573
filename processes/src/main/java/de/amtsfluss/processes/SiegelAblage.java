package de.amtsfluss.processes;

/**
 * A place outside the database where seals are kept, so that who can change the database cannot change them: a file, a
 * write-once store, a time-stamping service (RFC 3161). Every bean of this type gets every seal.
 */
public interface SiegelAblage {

    /** The number of the last seal it keeps, 0 if it keeps none. It is then given those that follow. */
    long lastNumber();

    /**
     * Keeps a seal.
     *
     * @throws RuntimeException if it cannot; the seal is given again later
     */
    void keep(Siegel siegel);
}
