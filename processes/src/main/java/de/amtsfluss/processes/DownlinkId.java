package de.amtsfluss.processes;

import java.util.UUID;

/**
 * Identifies a downlink. Whoever wants one chooses it, so that a repeated call sends once.
 *
 * @param value stable across systems; network servers that let us choose know the downlink by it
 */
public record DownlinkId(UUID value) {

    /** A new one that nobody else has. */
    public static DownlinkId random() {
        return new DownlinkId(UUID.randomUUID());
    }

    /**
     * Reads the textual form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static DownlinkId of(String text) {
        return new DownlinkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
