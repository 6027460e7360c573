package de.amtsfluss.lorawantriggers.networkserver;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.event.DeviceEvent;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the attempt to read a network server's document. */
public sealed interface Translation {

    /**
     * It is an uplink.
     *
     * @param uplink the canonical form
     */
    record Translated(Uplink uplink) implements Translation {}

    /**
     * It tells of something else that happened to a device.
     *
     * @param events at least one; several if several downlinks are told of at once
     */
    record Happened(List<DeviceEvent> events) implements Translation {

        /** Keeps its own copy. */
        public Happened {
            events = List.copyOf(events);
        }
    }

    /** It is of a kind that tells nothing new, and is left aside. */
    record Ignored() implements Translation {}

    /**
     * It cannot be used.
     *
     * @param reason one word for machines
     * @param detail a sentence for the operator
     * @param devEui the device if it could be read
     */
    record Refused(String reason, String detail, @Nullable DevEui devEui) implements Translation {}
}
