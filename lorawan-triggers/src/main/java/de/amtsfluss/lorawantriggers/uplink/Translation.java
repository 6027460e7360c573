package de.amtsfluss.lorawantriggers.uplink;

import de.amtsfluss.lorawantriggers.DevEui;
import org.jspecify.annotations.Nullable;

/** What became of the attempt to read a network server's message. */
public sealed interface Translation {

    /**
     * It is an uplink.
     *
     * @param uplink the canonical form
     */
    record Translated(Uplink uplink) implements Translation {}

    /**
     * It is none.
     *
     * @param reason one word for machines
     * @param detail a sentence for the operator
     * @param devEui the device if it could be read
     */
    record Refused(String reason, String detail, @Nullable DevEui devEui) implements Translation {}
}
