package de.amtsfluss.lorawantriggers.device;

import de.amtsfluss.lorawantriggers.codec.CodecCall;
import de.amtsfluss.lorawantriggers.codec.CodecResult;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime.Codec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tries codecs out: one that is known, or one that somebody is writing. Nothing is kept. */
@Component
public final class CodecTrials {

    private final CodecRuntime runtime;
    private final DeviceTypes types;
    private final JsonMapper json;

    CodecTrials(CodecRuntime runtime, DeviceTypes types, JsonMapper json) {
        this.runtime = runtime;
        this.types = types;
        this.json = json;
    }

    /** What came of a trial. */
    public sealed interface Trial {

        /**
         * The codec was called.
         *
         * @param result what it answered, or why it did not
         * @param measurements what the profile makes of it; empty without a profile
         * @param warnings those of the codec, and of the profile
         * @param micros how long the call took, in millionths of a second
         */
        record Done(CodecResult result, Map<Quantity, Double> measurements, List<String> warnings, long micros)
                implements Trial {}

        /**
         * There is nothing to call.
         *
         * @param findings why, in English
         */
        record Unusable(List<String> findings) implements Trial {}
    }

    /** Calls the codec of a known type. */
    public Trial ofType(String name, CodecCall call) {
        return types.find(name)
                .<Trial>map(type -> timed(type::call, type, call))
                .orElseGet(() ->
                        new Trial.Unusable(List.of("Expected a known device type, but found '%s'".formatted(name))));
    }

    /**
     * Calls a codec by its source.
     *
     * @param profile the text of a {@code profile.yaml}, absent if only the codec is tried
     */
    public Trial ofSource(String source, @Nullable String profile, CodecCall call) {
        if (profile == null) {
            try (var codec = runtime.load(new Codec("codec.js", source, false))) {
                return timed(codec::callCold, null, call);
            }
        }
        DeviceType type;
        try {
            type = DeviceType.of(new DeviceTypeFiles("probe", source, profile, ""), Integer.MAX_VALUE, runtime, json);
        } catch (IllegalStateException e) {
            return new Trial.Unusable(String.valueOf(e.getMessage()).lines().toList());
        }
        try {
            return timed(type::call, type, call);
        } finally {
            type.retire();
        }
    }

    private static Trial timed(Function<CodecCall, CodecResult> codec, @Nullable DeviceType type, CodecCall call) {
        var start = System.nanoTime();
        var result = codec.apply(call);
        var micros = (System.nanoTime() - start) / 1_000;
        return switch (result) {
            case CodecResult.Data data -> {
                var values = measurements(type, call, data);
                yield new Trial.Done(result, values.measurements(), values.warnings(), micros);
            }
            case CodecResult.Payload payload -> new Trial.Done(result, Map.of(), payload.warnings(), micros);
            case CodecResult.Failure failure -> new Trial.Done(result, Map.of(), List.of(), micros);
        };
    }

    private static Decoded.Values measurements(@Nullable DeviceType type, CodecCall call, CodecResult.Data data) {
        return type == null || !(call instanceof CodecCall.DecodeUplink)
                ? new Decoded.Values(Map.of(), data.warnings())
                : type.measurements(data);
    }
}
