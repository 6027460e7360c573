package de.amtsfluss.processes;

import java.util.UUID;

/**
 * Identifies an {@link Akte}.
 *
 * @param value stable across systems
 */
public record AkteId(UUID value) {

    /** A new one that nobody else has. */
    public static AkteId random() {
        return new AkteId(UUID.randomUUID());
    }

    /**
     * Reads the textual form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static AkteId of(String text) {
        return new AkteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
