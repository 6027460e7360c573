package de.amtsfluss.processes;

import java.util.UUID;

/**
 * Identifies a Geschäftsgang, in the engine as variable {@code geschaeftsgangId}.
 *
 * @param value stable across systems (xdomea: Identifikation)
 */
public record GeschaeftsgangId(UUID value) {

    /** A new one that nobody else has. */
    public static GeschaeftsgangId random() {
        return new GeschaeftsgangId(UUID.randomUUID());
    }

    /**
     * Reads the textual form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static GeschaeftsgangId of(String text) {
        return new GeschaeftsgangId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
