package de.amtsfluss.processes;

import java.util.UUID;

/**
 * Identifies a document of a Vorgang.
 *
 * @param value stable across systems
 */
public record DokumentId(UUID value) {

    /** A new one that nobody else has. */
    public static DokumentId random() {
        return new DokumentId(UUID.randomUUID());
    }

    /**
     * Reads the textual form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static DokumentId of(String text) {
        return new DokumentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
