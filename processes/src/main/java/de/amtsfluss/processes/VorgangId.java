package de.amtsfluss.processes;

import java.util.UUID;

/**
 * Identifies a Vorgang, in the engine as variable {@code vorgangId}.
 *
 * @param value stable across systems
 */
public record VorgangId(UUID value) {

    /** A new one that nobody else has. */
    public static VorgangId random() {
        return new VorgangId(UUID.randomUUID());
    }

    /**
     * Reads the textual form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static VorgangId of(String text) {
        return new VorgangId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
