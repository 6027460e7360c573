package de.amtsfluss.lorawantriggers.networkserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.event.DeviceEvent;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Happened;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Ignored;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Refused;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Translated;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ChirpStackTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final ChirpStack chirpStack =
            new ChirpStack(JsonMapper.builder().build(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void readsAnUplink() {
        var uplink = uplink(Recorded.document("chirpstack", "up"));

        assertThat(uplink)
                .isEqualTo(new Uplink(
                        "00000001-4fb7-4b1c-b295-66b44edc45a6",
                        "chirpstack",
                        "52f14cd4-c6f1-4fbd-8f87-4025e1d49242",
                        "17c82e96-be03-4f38-aef3-f83d48582d97",
                        Recorded.DEVICE,
                        "01a44c4c",
                        153,
                        85,
                        "AXVcA2cBAQSCDgEFAAA=",
                        Instant.parse("2026-03-01T09:44:52.653Z"),
                        true,
                        List.of(new Uplink.Rx("e4e124dadef64eee", -68, 13.2), new Uplink.Rx("e5", null, null)),
                        Map.of("containerId", "BI-C-0001"),
                        7,
                        867_300_000L,
                        null,
                        null));
        assertThat(uplink.bytes()).startsWith(1, 0x75, 0x5c);
    }

    @Test
    void readsAllOtherEvents() {
        assertThat(event("join", "join").type()).isEqualTo(DeviceEvent.Type.JOIN);
        assertThat(event("status", "status"))
                .isEqualTo(DeviceEvent.of(
                                "00000003-4fb7-4b1c-b295-66b44edc45a6",
                                "chirpstack",
                                Recorded.DEVICE,
                                DeviceEvent.Type.STATUS,
                                Instant.parse("2026-03-01T09:35:06.927172638Z"))
                        .withStatus(88.3, 10));
        assertThat(event("log", "log").code()).isEqualTo("DOWNLINK_PAYLOAD_SIZE");
        assertThat(event("log", "log").downlinkId()).isEqualTo("3bbcab1d-6ec6-4136-b3f5-d63be1dc08de");
        assertThat(event("log", "log").level()).isEqualTo("ERROR");
        assertThat(event("location", "location").latitude()).isEqualTo(52.0287);
    }

    @ParameterizedTest
    @CsvSource({
        "txack, txack, SENT, 1bbcab1d-6ec6-4136-b3f5-d63be1dc08de",
        "ack, ack, ACK, 1bbcab1d-6ec6-4136-b3f5-d63be1dc08de",
        "ack, ack-timeout, NACK, 2bbcab1d-6ec6-4136-b3f5-d63be1dc08de",
    })
    void saysWhatBecameOfADownlink(String kind, String name, DeviceEvent.Type type, String downlinkId) {
        var event = event(kind, name);

        assertThat(event.type()).isEqualTo(type);
        assertThat(event.downlinkId()).isEqualTo(downlinkId);
        assertThat(event.eventId()).isNotBlank().isEqualTo(event(kind, name).eventId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"externalPowerSource\":true,\"batteryLevel\":0",
                "\"batteryLevelUnavailable\":true,\"batteryLevel\":0",
                "\"margin\":3"
            })
    void knowsNoBatteryThatTheDeviceDoesNotTell(String status) {
        var document = "{\"deviceInfo\":{\"devEui\":\"24e1247140000001\"},%s}".formatted(status);

        assertThat(happened("status", document).batteryPercent()).isNull();
    }

    @Test
    void refusesAPayloadThatIsEncryptedEndToEnd() {
        var translation = chirpStack.translate("up", """
                {"deviceInfo":{"devEui":"24e1247140000001"},"joinServerContext":{"sessionKeyId":"01"},"data":"AQ=="}""".getBytes(StandardCharsets.UTF_8));

        assertThat(translation)
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo("encrypted"));
    }

    @Test
    void leavesWhatIsNoLongerSentAsideAndRefusesWhatIsUnknown() {
        assertThat(chirpStack.translate("integration", new byte[0])).isEqualTo(new Ignored());
        assertThat(chirpStack.translate("up<script>", new byte[0]))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.detail()).contains("'up?script?'"));
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
        var translation = chirpStack.translate("up", body.getBytes(StandardCharsets.UTF_8));

        assertThat(translation).asInstanceOf(type(Refused.class)).satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.detail()).isNotBlank();
            assertThat(refused.devEui()).isEqualTo(devEui == null ? null : new DevEui(devEui));
        });
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(chirpStack.translate("up", new byte[] {0, -1, 17, 42})).isInstanceOf(Refused.class);
    }

    private Uplink uplink(String json) {
        var translation = chirpStack.translate("up", json.getBytes(StandardCharsets.UTF_8));
        return assertThat(translation)
                .asInstanceOf(type(Translated.class))
                .actual()
                .uplink();
    }

    private DeviceEvent event(String kind, String name) {
        return happened(kind, Recorded.document("chirpstack", name));
    }

    private DeviceEvent happened(String kind, String json) {
        return assertThat(chirpStack.translate(kind, json.getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(type(Happened.class))
                .actual()
                .events()
                .getFirst();
    }
}
