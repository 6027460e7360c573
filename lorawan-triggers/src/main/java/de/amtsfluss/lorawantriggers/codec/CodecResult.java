package de.amtsfluss.lorawantriggers.codec;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a codec answers. */
public sealed interface CodecResult {

    /**
     * It understood the payload.
     *
     * @param data its own object
     * @param warnings its warnings
     */
    record Data(JsonNode data, List<String> warnings) implements CodecResult {}

    /**
     * It made a payload.
     *
     * @param bytes the payload, at most {@link CodecCall#MOST_BYTES} bytes
     * @param fPort the port, 1 to {@link CodecCall#LAST_PORT}
     * @param warnings its warnings
     */
    record Payload(byte[] bytes, int fPort, List<String> warnings) implements CodecResult {}

    /**
     * It did not, or it had to be stopped.
     *
     * @param sentence why
     * @param errors what the codec says itself; empty if it failed or was stopped
     * @param outOfTime whether it was stopped because it took too long
     */
    record Failure(String sentence, List<String> errors, boolean outOfTime) implements CodecResult {

        /** A failure that has nothing to do with time, and of which the codec says nothing. */
        public Failure(String sentence) {
            this(sentence, List.of(), false);
        }

        /** What the codec says itself, else why it did not answer. */
        public List<String> sentences() {
            return errors.isEmpty() ? List.of(sentence) : errors;
        }
    }
}
