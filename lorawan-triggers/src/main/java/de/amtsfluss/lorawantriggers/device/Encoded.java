package de.amtsfluss.lorawantriggers.device;

import java.util.List;

/** What a device type made of a command. */
public sealed interface Encoded {

    /**
     * It can be sent.
     *
     * @param bytes the payload
     * @param fPort its port
     * @param warnings sentences of the codec, in English
     */
    record Payload(byte[] bytes, int fPort, List<String> warnings) implements Encoded {}

    /**
     * It cannot be said to this device.
     *
     * @param sentence why, for the operator
     */
    record Failed(String sentence) implements Encoded {}
}
