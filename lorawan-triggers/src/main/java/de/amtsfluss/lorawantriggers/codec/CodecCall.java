package de.amtsfluss.lorawantriggers.codec;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What is asked of a codec (TS013-1.0.0, sections on the functions of these names). */
public sealed interface CodecCall {

    /** The longest payload in EU868 (RP002-1.0.4, maximum payload size). */
    int MOST_BYTES = 242;

    /** The last port of applications, which begin at 1 (LoRaWAN L2 1.0.4, section 4.3.2). */
    int LAST_PORT = 223;

    /**
     * What the device said.
     *
     * @param bytes the payload
     * @param fPort its port
     * @param receivedAt when the network server received it
     * @param variables what is known of this device, as ChirpStack hands it over
     */
    record DecodeUplink(byte[] bytes, int fPort, Instant receivedAt, Map<String, String> variables)
            implements CodecCall {}

    /**
     * What is said to the device.
     *
     * @param bytes the payload
     * @param fPort its port
     * @param receivedAt when it was made
     * @param variables what is known of this device
     */
    record DecodeDownlink(byte[] bytes, int fPort, Instant receivedAt, Map<String, String> variables)
            implements CodecCall {}

    /**
     * What shall be said to the device.
     *
     * @param data the command as the codec understands it
     * @param fPort the port where the codec names none
     * @param variables what is known of this device
     */
    record EncodeDownlink(JsonNode data, int fPort, Map<String, String> variables) implements CodecCall {}
}
