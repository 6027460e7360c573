package de.amtsfluss.lorawantriggers.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.amtsfluss.lorawantriggers.device.CodecRuntime.Codec;
import de.amtsfluss.lorawantriggers.device.CodecRuntime.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code examples.json} of every device type. */
class DeviceExamplesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final GraalCodecRuntime RUNTIME = new GraalCodecRuntime(
            JSON,
            new CodecProperties(1_000_000, Duration.ofMillis(500), Duration.ofSeconds(5), DataSize.ofMegabytes(64)));

    @AfterAll
    static void close() {
        RUNTIME.close();
    }

    @TestFactory
    Stream<DynamicContainer> decodeAsTheVendorSays() throws IOException {
        try (var folders = Files.walk(Path.of("devices"), 2)) {
            return folders.filter(folder -> Files.exists(folder.resolve("codec.js"))).toList().stream()
                    .map(folder -> dynamicContainer(folder.toString(), examples(folder)));
        }
    }

    private static Stream<DynamicTest> examples(Path folder) {
        try {
            var codec = new Codec(folder.toString(), Files.readString(folder.resolve("codec.js")));
            var examples = JSON.readTree(Files.readString(folder.resolve("examples.json")));
            assertThat(examples).as("examples of %s", folder).isNotEmpty();
            return StreamSupport.stream(examples.spliterator(), false)
                    .map(example -> dynamicTest(example.path("description").stringValue(), () -> run(codec, example)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void run(Codec codec, JsonNode example) {
        var input = example.path("input");
        var bytes = new byte[input.path("bytes").size()];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) input.path("bytes").path(i).intValue();
        }

        var result = RUNTIME.decodeUplink(codec, bytes, input.path("fPort").intValue(), Instant.EPOCH);

        var output = example.path("output");
        if (output.has("errors")) {
            assertThat(result)
                    .isEqualTo(new Result.Failure(
                            "The codec says: " + output.path("errors").path(0).stringValue(), false));
        } else {
            assertThat(result).isInstanceOf(Result.Data.class);
            assertThat(JSON.writeValueAsString(((Result.Data) result).data()))
                    .isEqualTo(JSON.writeValueAsString(output.path("data")));
        }
    }

    @Test
    void installedTypesTranslateIntoOurMeasurements() {
        var type = new DeviceTypes(RUNTIME, JSON).find("milesight/em400-mud").orElseThrow();

        var decoded =
                type.decode(new byte[] {1, 117, 92, 3, 103, 1, 1, 4, (byte) 130, 68, 8, 5, 0, 1}, 85, Instant.EPOCH);

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Values.class,
                        values -> assertThat(values.measurements())
                                .containsOnly(
                                        Map.entry(Quantity.BATTERY, 92.0),
                                        Map.entry(Quantity.TEMPERATURE, 25.7),
                                        Map.entry(Quantity.DISTANCE, 2116.0),
                                        Map.entry(Quantity.TILT, 1.0)));
    }
}
