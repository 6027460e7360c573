package de.amtsfluss.lorawantriggers.device;

import de.amtsfluss.lorawantriggers.codec.CodecCall;
import de.amtsfluss.lorawantriggers.codec.CodecResult;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime.Codec;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime.LoadedCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One kind of device: understands its payloads, and makes those for it. Several threads may use it at once. */
public final class DeviceType {

    /** A command is encoded within somebody else's transaction, so a codec that is slow gets only one more try. */
    private static final int ENCODING_CALLS = 2;

    private final String name;
    private final int version;
    private final Profile profile;
    private final LoadedCodec codec;
    private final JsonMapper json;

    private DeviceType(String name, int version, Profile profile, LoadedCodec codec, JsonMapper json) {
        this.name = name;
        this.version = version;
        this.profile = profile;
        this.codec = codec;
        this.json = json;
    }

    /**
     * Reads the files of a device type; its codec is not run yet.
     *
     * @param version 0 if it came with the software
     * @throws IllegalStateException if anything is wrong with the profile; its message tells all of it
     */
    static DeviceType of(DeviceTypeFiles files, int version, CodecRuntime runtime, JsonMapper json) {
        var profile = Profile.read("devices/%s/profile.yaml".formatted(files.name()), files.profile());
        var pooled = Objects.requireNonNullElse(profile.pooled(), version == 0);
        var codec = runtime.load(new Codec(files.name() + "/codec.js", files.codec(), pooled));
        return new DeviceType(files.name(), version, profile, codec, json);
    }

    /** Its folder, for example {@code milesight/em400-mud}. */
    public String name() {
        return name;
    }

    /** Which release it is; 0 if it came with the software. */
    public int version() {
        return version;
    }

    /** Vendor and model for people. */
    public String title() {
        return (profile.vendor() + " " + profile.name()).strip();
    }

    /** What it is for, one line in German. */
    public String description() {
        return profile.description();
    }

    /** Where the vendor describes the payload; empty if it is not known. */
    public String source() {
        return profile.source();
    }

    /** How often a device of the type reports at least; empty if it is not known. */
    public Optional<Duration> interval() {
        return Optional.ofNullable(profile.interval());
    }

    /** What it can measure. */
    public Set<Quantity> quantities() {
        return profile.mappings().keySet();
    }

    /** What may be said of a single device, with what holds if it is not said. */
    public Map<String, String> variables() {
        return profile.variables();
    }

    /** The names of what can be said to a device. */
    public Set<String> downlinks() {
        return profile.downlinks().keySet();
    }

    /** What people call what can be said to a device, in German, by its name. */
    public Map<String, String> downlinkTitles() {
        var titles = new LinkedHashMap<String, String>();
        profile.downlinks().forEach((downlink, known) -> titles.put(downlink, known.title()));
        return titles;
    }

    /** Decodes a payload of a device of which nothing is known beside. */
    public Decoded decode(byte[] bytes, int fPort, Instant receivedAt) {
        return decode(bytes, fPort, receivedAt, Map.of());
    }

    /**
     * Decodes a payload; whatever is wrong with payload or codec is a {@link Decoded.Failed}.
     *
     * @param variables what is known of this device; the profile tells which names the codec knows
     */
    public Decoded decode(byte[] bytes, int fPort, Instant receivedAt, Map<String, String> variables) {
        var call = new CodecCall.DecodeUplink(bytes, fPort, receivedAt, profile.variablesWith(variables));
        return switch (codec.call(call)) {
            case CodecResult.Data data -> measurements(data);
            case CodecResult.Failure failure -> new Decoded.Failed(failure.sentence());
            case CodecResult.Payload payload -> throw unexpected(payload);
        };
    }

    /** Makes the payload of a downlink that the profile names. */
    public Encoded encode(String downlink) {
        var known = profile.downlinks().get(downlink);
        return known == null
                ? new Encoded.Failed("Ein Sensor der Art %s versteht „%s“ nicht; bekannt sind %s."
                        .formatted(name, downlink, downlinks()))
                : encode(json.valueToTree(known.data()), known.fPort());
    }

    /**
     * Makes a payload of a command.
     *
     * @param data the command as the codec understands it
     * @param fPort the port where the codec names none
     */
    public Encoded encode(JsonNode data, int fPort) {
        var call = new CodecCall.EncodeDownlink(data, fPort, profile.variables());
        return switch (codec.callCold(call, ENCODING_CALLS)) {
            case CodecResult.Payload payload ->
                new Encoded.Payload(payload.bytes(), payload.fPort(), payload.warnings());
            case CodecResult.Failure failure -> new Encoded.Failed(failure.sentence());
            case CodecResult.Data unexpected -> throw unexpected(unexpected);
        };
    }

    private static IllegalStateException unexpected(CodecResult result) {
        return new IllegalStateException("Expected the answer to another call, but it is " + result.getClass());
    }

    /** What a codec's answer means. */
    Decoded.Values measurements(CodecResult.Data data) {
        return profile.measurements(data.data(), data.warnings());
    }

    /** The codec's own answer, also where it is called for the first time; variables of the profile are added. */
    CodecResult call(CodecCall call) {
        return codec.callCold(withVariables(call));
    }

    void warmUp(CodecCall call) {
        codec.warmUp(withVariables(call));
    }

    private CodecCall withVariables(CodecCall call) {
        return switch (call) {
            case CodecCall.DecodeUplink c ->
                new CodecCall.DecodeUplink(c.bytes(), c.fPort(), c.receivedAt(), profile.variablesWith(c.variables()));
            case CodecCall.DecodeDownlink c ->
                new CodecCall.DecodeDownlink(
                        c.bytes(), c.fPort(), c.receivedAt(), profile.variablesWith(c.variables()));
            case CodecCall.EncodeDownlink c ->
                new CodecCall.EncodeDownlink(c.data(), c.fPort(), profile.variablesWith(c.variables()));
        };
    }

    /** Gives back what the codec holds; who still has the type can go on using it. */
    void retire() {
        codec.close();
    }
}
