package de.amtsfluss.lorawantriggers.codec;

/**
 * Runs payload codecs in a sandbox. A codec has the functions of TS013-1.0.0 ({@code decodeUplink},
 * {@code encodeDownlink}, {@code decodeDownlink}) or the older ones of The Things Network ({@code Decoder(bytes,
 * port)}, {@code Encoder(object, port)}) or of ChirpStack ({@code Decode(fPort, bytes, variables)},
 * {@code Encode(fPort, object, variables)}), plainly in its script or as what it exports as module of CommonJS or
 * ECMAScript, or in an object {@code driver}.
 */
public interface CodecRuntime {

    /** Makes a codec ready; nothing of it is run yet. */
    LoadedCodec load(Codec codec);

    /**
     * A codec.
     *
     * @param name for messages
     * @param source JavaScript
     * @param pooled whether calls may follow each other in one context. That is several times faster, but what the
     *     codec keeps between calls passes from one device to the next. Everything that can be reached from the global
     *     object is frozen for it; variables of {@code let} and {@code const} and those within functions cannot be, so
     *     only a codec that somebody has read may be pooled.
     */
    record Codec(String name, String source, boolean pooled) {}

    /** A codec that can be called, by several threads at once. */
    interface LoadedCodec extends AutoCloseable {

        /** How often a codec may be stopped while it is new. */
        int COLD_CALLS = 4;

        /** Calls the codec; never fails by what the codec does. */
        CodecResult call(CodecCall call);

        /**
         * Calls a codec that is new. Its first call may take ten times as long as the next; that is no reason to refuse
         * it, so it may be stopped some times before it answers.
         */
        default CodecResult callCold(CodecCall call) {
            return callCold(call, COLD_CALLS);
        }

        /** The same, called at most so often. */
        default CodecResult callCold(CodecCall call, int most) {
            var result = call(call);
            for (var i = 1; i < most && result instanceof CodecResult.Failure failure && failure.outOfTime(); i++) {
                result = call(call);
            }
            return result;
        }

        /**
         * Lets the codec run once without limits of time, so that it is warm when the first uplink comes; for codecs
         * that came with the software only.
         */
        void warmUp(CodecCall call);

        /** Gives back what the codec holds; calls are still answered, more slowly. */
        @Override
        void close();
    }
}
