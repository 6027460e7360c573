package de.amtsfluss.processes;

/**
 * Identifies an Aufgabe.
 *
 * @param value the engine's key of the user task
 */
public record AufgabeKey(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
