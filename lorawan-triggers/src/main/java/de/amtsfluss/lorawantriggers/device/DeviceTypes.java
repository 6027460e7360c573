package de.amtsfluss.lorawantriggers.device;

import de.amtsfluss.lorawantriggers.device.CodecRuntime.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The installed device types, read from {@code devices/‹vendor›/‹model›/} on the class path. */
@Component
public final class DeviceTypes {

    private static final Pattern FOLDER = Pattern.compile(".*/devices/([^/]+/[^/]+)/codec\\.js$");

    private final Map<String, DeviceType> types = new TreeMap<>();
    private final JsonMapper json;

    DeviceTypes(CodecRuntime runtime, JsonMapper json) {
        this.json = json;
        try {
            for (var codec :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:devices/*/*/codec.js")) {
                var type = read(codec, runtime);
                types.put(type.name(), type);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the device types from the class path, but failed", e);
        }
    }

    private DeviceType read(Resource codec, CodecRuntime runtime) throws IOException {
        var folder = FOLDER.matcher(codec.getURL().toString());
        if (!folder.matches()) {
            throw new IllegalStateException(
                    "Expected devices/<vendor>/<model>/codec.js, but found '%s'".formatted(codec.getURL()));
        }
        var name = folder.group(1);
        var profile = codec.createRelative("profile.yaml").getContentAsString(StandardCharsets.UTF_8);
        var source = new Codec(name + "/codec.js", codec.getContentAsString(StandardCharsets.UTF_8));
        warmUp(runtime, source, codec.createRelative("examples.json"));
        return new DeviceType(name, source, Profile.read("devices/%s/profile.yaml".formatted(name), profile), runtime);
    }

    private void warmUp(CodecRuntime runtime, Codec codec, Resource examples) throws IOException {
        for (var example : json.readTree(examples.getContentAsByteArray())) {
            var input = example.path("input");
            var bytes = new byte[input.path("bytes").size()];
            for (var i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) input.path("bytes").path(i).asInt();
            }
            runtime.prepare(codec, bytes, input.path("fPort").asInt());
        }
    }

    /** A device type by its folder, for example {@code milesight/em400-mud}. */
    public Optional<DeviceType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** One kind of device: decodes its payloads. */
    public static final class DeviceType {

        private final String name;
        private final Codec codec;
        private final Profile profile;
        private final CodecRuntime runtime;

        DeviceType(String name, Codec codec, Profile profile, CodecRuntime runtime) {
            this.name = name;
            this.codec = codec;
            this.profile = profile;
            this.runtime = runtime;
        }

        /** Its folder. */
        public String name() {
            return name;
        }

        /** Decodes a payload; whatever is wrong with payload or codec is a {@link Decoded.Failed}. */
        public Decoded decode(byte[] bytes, int fPort, Instant receivedAt) {
            return switch (runtime.decodeUplink(codec, bytes, fPort, receivedAt)) {
                case CodecRuntime.Result.Data data -> profile.measurements(data.data(), data.warnings());
                case CodecRuntime.Result.Failure failure -> new Decoded.Failed(failure.sentence());
            };
        }
    }
}
