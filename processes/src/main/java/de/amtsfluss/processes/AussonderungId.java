package de.amtsfluss.processes;

import java.util.UUID;

/**
 * Identifies an {@link Aussonderung}.
 *
 * @param value stable across systems
 */
public record AussonderungId(UUID value) {

    /** A new one that nobody else has. */
    public static AussonderungId random() {
        return new AussonderungId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
