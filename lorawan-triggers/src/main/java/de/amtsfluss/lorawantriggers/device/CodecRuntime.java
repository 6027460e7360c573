package de.amtsfluss.lorawantriggers.device;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Runs TS013 payload codecs, which are JavaScript by foreign hands. */
interface CodecRuntime {

    /**
     * Calls {@code decodeUplink}; never fails by what the codec does.
     *
     * @param codec the codec's source
     */
    Result decodeUplink(Codec codec, byte[] bytes, int fPort, Instant receivedAt);

    /**
     * Lets a codec run once without limits, so that it is warm when the first uplink comes; for installed codecs only.
     */
    void prepare(Codec codec, byte[] bytes, int fPort);

    /**
     * A codec.
     *
     * @param name for messages
     * @param source JavaScript
     */
    record Codec(String name, String source) {}

    /** What a codec answers. */
    sealed interface Result {

        /**
         * It understood the payload.
         *
         * @param data its own object
         * @param warnings its warnings
         */
        record Data(JsonNode data, List<String> warnings) implements Result {}

        /**
         * It did not, or it had to be stopped.
         *
         * @param sentence why
         * @param outOfTime whether it was stopped because it took too long
         */
        record Failure(String sentence, boolean outOfTime) implements Result {}
    }
}
