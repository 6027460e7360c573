package de.amtsfluss.processes;

import java.util.UUID;

/**
 * Identifies what asks for a Vorgang: a sensor's alarm, a submitted form, a date. One Ausloeser leads to one Vorgang at
 * most, however often it is reported.
 *
 * @param value chosen by the one who asks
 */
public record AusloeserId(UUID value) {

    /** A new one that nobody else has. */
    public static AusloeserId random() {
        return new AusloeserId(UUID.randomUUID());
    }

    /**
     * Reads the textual form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static AusloeserId of(String text) {
        return new AusloeserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
