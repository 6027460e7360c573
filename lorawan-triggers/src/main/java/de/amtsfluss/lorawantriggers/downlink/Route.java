package de.amtsfluss.lorawantriggers.downlink;

import java.util.Set;

/** A way to a network server. */
interface Route {

    /** Whether the network server must know the sensor by a name of its own, beside its devEui. */
    default boolean needsDeviceId() {
        return false;
    }

    /**
     * Hands a downlink over; never fails.
     *
     * @param attempt what is known of earlier attempts
     */
    Handover hand(Kept kept, Kept.Sending sending, Attempt attempt);

    /**
     * An attempt to hand a downlink over.
     *
     * @param repeat whether an earlier one may have reached the network server
     * @param others ids of the network server that belong to other downlinks to the same sensor
     */
    record Attempt(boolean repeat, Set<String> others) {}
}
