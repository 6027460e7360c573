package de.amtsfluss.processes;

import java.util.UUID;

/**
 * Identifies a {@link Posteingang}, in the engine as variable {@code posteingangId}.
 *
 * @param value stable across systems
 */
public record PosteingangId(UUID value) {

    /** A new one that nobody else has. */
    public static PosteingangId random() {
        return new PosteingangId(UUID.randomUUID());
    }

    /**
     * Reads the textual form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PosteingangId of(String text) {
        return new PosteingangId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
