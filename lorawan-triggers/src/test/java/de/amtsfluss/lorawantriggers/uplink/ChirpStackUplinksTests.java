package de.amtsfluss.lorawantriggers.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.uplink.Translation.Refused;
import de.amtsfluss.lorawantriggers.uplink.Translation.Translated;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ChirpStackUplinksTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final ChirpStackUplinks chirpStack =
            new ChirpStackUplinks(JsonMapper.builder().build(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void readsAnEventOfARealNetworkServer() {
        var uplink = uplink("""
                {"deduplicationId":"c9dbe358-2578-4fb7-b295-66b44edc45a6","time":"2025-06-13T12:44:52.653+00:00",
                 "deviceInfo":{"tenantId":"t","applicationId":"a","deviceName":"chirp device",
                  "devEui":"24e124538b223213","deviceClassEnabled":"CLASS_A","tags":{"containerId":"BI-C-0001"}},
                 "devAddr":"01a44c4c","adr":true,"dr":5,"fCnt":153,"fPort":84,"confirmed":true,"data":"AXU9AwABBAAB",
                 "rxInfo":[{"gatewayId":"e4e124dadef64eee","rssi":-68,"snr":13.2,"location":{}},{"gatewayId":"e5"}],
                 "txInfo":{"frequency":867300000},"regionConfigId":"eu868","somethingNew":[1]}""");

        assertThat(uplink)
                .isEqualTo(new Uplink(
                        "c9dbe358-2578-4fb7-b295-66b44edc45a6",
                        "chirpstack",
                        "t",
                        "a",
                        new DevEui("24E124538B223213"),
                        "01a44c4c",
                        153,
                        84,
                        "AXU9AwABBAAB",
                        Instant.parse("2025-06-13T12:44:52.653Z"),
                        true,
                        List.of(new Uplink.Rx("e4e124dadef64eee", -68, 13.2), new Uplink.Rx("e5", null, null)),
                        Map.of("containerId", "BI-C-0001")));
        assertThat(uplink.bytes()).startsWith(1, 0x75, 0x3d);
    }

    @Test
    void takesTheDefaultForWhatIsAbsent() {
        var uplink = uplink("""
                {"deviceInfo":{"devEui":"24e124538b223213"}}""");

        assertThat(uplink.fCnt()).isZero();
        assertThat(uplink.fPort()).isZero();
        assertThat(uplink.bytes()).isEmpty();
        assertThat(uplink.confirmed()).isFalse();
        assertThat(uplink.receivedAt()).isEqualTo(NOW);
        assertThat(uplink.rx()).isEmpty();
        assertThat(uplink.eventId()).isEqualTo("24E124538B223213::0");
    }

    @Test
    void doesNotBelieveATimeInTheFuture() {
        var uplink = uplink("""
                {"deviceInfo":{"devEui":"24e124538b223213"},"time":"2036-03-01T10:00:00+00:00"}""");

        assertThat(uplink.receivedAt()).isEqualTo(NOW);
    }

    @Test
    void keepsTheWholeRangeOfTheCounter() {
        assertThat(uplink("""
                {"deviceInfo":{"devEui":"24e124538b223213"},"fCnt":4294967295}""").fCnt()).isEqualTo(4294967295L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''                                                             | not-an-uplink | -",
                "'{\"deviceInfo\":'                                             | broken-json   | -",
                "'[]'                                                           | not-an-uplink | -",
                "'\"text\"'                                                     | not-an-uplink | -",
                "'{\"deviceInfo\":{\"devEui\":\"xyz\"}}'                        | not-an-uplink | -",
                "'{\"deviceInfo\":{\"devEui\":\"24e124538b223213\"},\"data\":\"%\"}'    | not-an-uplink | 24E124538B223213",
                "'{\"deviceInfo\":{\"devEui\":\"24e124538b223213\"},\"fCnt\":-1}'       | not-an-uplink | 24E124538B223213",
                "'{\"deviceInfo\":{\"devEui\":\"24e124538b223213\"},\"fPort\":\"a\"}'   | not-an-uplink | 24E124538B223213",
                "'{\"deviceInfo\":{\"devEui\":\"24e124538b223213\"},\"time\":\"today\"}' | not-an-uplink | 24E124538B223213",
            })
    void refusesWhatIsNoUplinkAndNamesTheDeviceIfItCan(String body, String reason, String devEui) {
        var translation = chirpStack.translate(body.getBytes(StandardCharsets.UTF_8));

        assertThat(translation).asInstanceOf(type(Refused.class)).satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.detail()).isNotBlank();
            assertThat(refused.devEui()).isEqualTo(devEui == null ? null : new DevEui(devEui));
        });
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(chirpStack.translate(new byte[] {0, -1, 17, 42})).isInstanceOf(Refused.class);
    }

    private Uplink uplink(String json) {
        var translation = chirpStack.translate(json.getBytes(StandardCharsets.UTF_8));
        return assertThat(translation)
                .asInstanceOf(type(Translated.class))
                .actual()
                .uplink();
    }
}
