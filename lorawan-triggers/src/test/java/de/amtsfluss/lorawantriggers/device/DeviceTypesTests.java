package de.amtsfluss.lorawantriggers.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.amtsfluss.lorawantriggers.codec.CodecProperties;
import de.amtsfluss.lorawantriggers.codec.GraalCodecRuntime;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class DeviceTypesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final GraalCodecRuntime RUNTIME = new GraalCodecRuntime(JSON, CodecProperties.standard());
    private static final DeviceTypes TYPES = new DeviceTypes(RUNTIME, JSON);

    @AfterAll
    static void close() {
        RUNTIME.close();
    }

    @TestFactory
    Stream<DynamicTest> doWhatTheirExamplesSay() {
        var check = new DeviceTypeCheck(RUNTIME, JSON);
        return DeviceTypes.delivered().stream()
                .map(files -> dynamicTest(files.name(), () -> {
                    assertThat(check.findings(files)).isEmpty();
                    assertThat(TYPES.find(files.name()).orElseThrow()).satisfies(type -> {
                        assertThat(type.interval()).isPresent();
                        assertThat(type.source()).startsWith("http");
                        assertThat(type.description()).hasSizeBetween(10, 120);
                        assertThat(type.title()).contains(" ");
                    });
                }));
    }

    @Test
    void areMany() {
        assertThat(TYPES.all())
                .extracting(DeviceType::name)
                .hasSizeGreaterThanOrEqualTo(9)
                .contains("bosch/tps110");
        assertThat(TYPES.find("acme/none")).isEmpty();
    }

    @Test
    void translateIntoOurMeasurements() {
        var type = TYPES.find("milesight/em400-mud").orElseThrow();

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

    @Test
    void sayWhatTheProfileNames() {
        var type = TYPES.find("decentlab/dl-lid").orElseThrow();

        assertThat(type.encode("neustart")).isInstanceOfSatisfying(Encoded.Payload.class, payload -> {
            assertThat(payload.bytes()).containsExactly(0xfe, 0xfe, 0, 0, 0x3c, 0x50);
            assertThat(payload.fPort()).isEqualTo(1);
        });
        assertThat(type.encode("explodieren")).isInstanceOf(Encoded.Failed.class);
        assertThat(type.encode(JSON.readTree("{\"command\":\"explode\"}"), 1))
                .isEqualTo(new Encoded.Failed("The codec says: unknown command explode"));
    }

    @Test
    void useTheDevicesVariablesBeforeThoseOfTheProfile() {
        var type = TYPES.find("milesight/em500-swl").orElseThrow();
        var payload = new byte[] {3, 119, 44, 1};

        assertThat(type.decode(payload, 85, Instant.EPOCH))
                .isInstanceOfSatisfying(
                        Decoded.Values.class,
                        values -> assertThat(values.measurements()).containsEntry(Quantity.WATER_LEVEL, 300.0));
        assertThat(type.decode(payload, 85, Instant.EPOCH, Map.of("mountedAtCm", "-35")))
                .isInstanceOfSatisfying(
                        Decoded.Values.class,
                        values -> assertThat(values.measurements()).containsEntry(Quantity.WATER_LEVEL, 265.0));
    }
}
