package de.amtsfluss.lorawantriggers.device;

import de.amtsfluss.lorawantriggers.codec.CodecRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The device types that are known now: those read from {@code devices/‹vendor›/‹model›/} on the class path, and those
 * released since, which go before.
 */
@Component
public final class DeviceTypes {

    private static final Pattern FOLDER = Pattern.compile(".*/devices/([^/]+/[^/]+)/codec\\.js$");

    private final Map<String, DeviceType> types = new ConcurrentSkipListMap<>();
    private final CodecRuntime runtime;
    private final JsonMapper json;

    /** Reads the types of the class path and lets their examples run once, so that the first uplink finds them warm. */
    public DeviceTypes(CodecRuntime runtime, JsonMapper json) {
        this.runtime = runtime;
        this.json = json;
        for (var files : delivered()) {
            var type = DeviceType.of(files, 0, runtime, json);
            for (var example : ExampleFile.read(files.examples()).nodes()) {
                type.warmUp(Example.of(example).call());
            }
            types.put(type.name(), type);
        }
    }

    /** The files of the types on the class path. */
    static List<DeviceTypeFiles> delivered() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:devices/*/*/codec.js");
            return Arrays.stream(found).map(DeviceTypes::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the device types from the class path, but failed", e);
        }
    }

    /** The files of a type on the class path. */
    public static Optional<DeviceTypeFiles> delivered(String name) {
        return delivered().stream().filter(files -> files.name().equals(name)).findFirst();
    }

    private static DeviceTypeFiles read(Resource codec) {
        try {
            var folder = FOLDER.matcher(codec.getURL().toString());
            if (!folder.matches()) {
                throw new IllegalStateException(
                        "Expected devices/<vendor>/<model>/codec.js, but found '%s'".formatted(codec.getURL()));
            }
            return new DeviceTypeFiles(
                    folder.group(1),
                    codec.getContentAsString(StandardCharsets.UTF_8),
                    codec.createRelative("profile.yaml").getContentAsString(StandardCharsets.UTF_8),
                    codec.createRelative("examples.json").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the device type of %s, but failed".formatted(codec), e);
        }
    }

    /** A device type by its folder, for example {@code milesight/em400-mud}. */
    public Optional<DeviceType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** All device types, by name. */
    public List<DeviceType> all() {
        return List.copyOf(types.values());
    }

    /** Takes over a release; an older one than the present changes nothing. */
    void adopt(DeviceTypeFiles files, int version) {
        var present = types.get(files.name());
        if (present != null && present.version() >= version) {
            return;
        }
        var type = DeviceType.of(files, version, runtime, json);
        for (var example : ExampleFile.read(files.examples()).nodes()) {
            // The first call of a codec takes ten times as long as the next; no uplink shall pay for it.
            var unused = type.call(Example.of(example).call());
        }
        var before = types.put(type.name(), type);
        if (before != null) {
            before.retire();
        }
    }
}
