package de.amtsfluss.lorawantriggers.networkserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

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
import tools.jackson.databind.json.JsonMapper;

class TheThingsStackTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String DEVICE_IDS = """
            {"end_device_ids":{"dev_eui":"24E1247140000001","dev_addr":"27FE87F6"},""";
    private static final String OURS = "7f6a0d3e-0000-4000-8000-00000000000";

    private final TheThingsStack server =
            new TheThingsStack(JsonMapper.builder().build(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void readsAnUplink() {
        assertThat(uplink(Recorded.document("the-things-stack", "uplink_message")))
                .isEqualTo(new Uplink(
                        "gs:uplink:01JRZ767CVCHBZW1Y8YG9PZ3TS",
                        "the-things-stack",
                        "bielefeld",
                        "container",
                        Recorded.DEVICE,
                        "aAixKtmNZUKQXd4GqpHDsw==",
                        14,
                        85,
                        "AXVcA2cBAQSCDgEFAAA=",
                        Instant.parse("2026-03-01T09:54:13.787593298Z"),
                        true,
                        List.of(new Uplink.Rx("rathaus", -31, 9.5), new Uplink.Rx("packetbroker", -110, null)),
                        Map.of("containerId", "BI-C-0001"),
                        9,
                        867_700_000L,
                        90.118576,
                        "siegfriedplatz"));
    }

    @Test
    void takesTheDefaultForWhatIsAbsent() {
        var uplink = uplink(DEVICE_IDS + "\"uplink_message\":{}}");

        assertThat(uplink.eventId()).isEqualTo("24E1247140000001:27FE87F6:0");
        assertThat(uplink.sessionKey()).isEqualTo("27FE87F6");
        assertThat(uplink.fCnt()).isZero();
        assertThat(uplink.fPort()).isZero();
        assertThat(uplink.bytes()).isEmpty();
        assertThat(uplink.confirmed()).isFalse();
        assertThat(uplink.receivedAt()).isEqualTo(NOW);
        assertThat(uplink.spreadingFactor()).isNull();
        assertThat(uplink.frequency()).isNull();
        assertThat(uplink.batteryPercent()).isNull();
    }

    @Test
    void leavesTheNormalizedRepeatAside() {
        assertThat(translate(Recorded.document("the-things-stack", "uplink_normalized")))
                .isEqualTo(new Ignored());
    }

    @Test
    void leavesOurOwnCommandsAside() {
        assertThat(server.translate("push", "{\"downlinks\":[]}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Ignored());
    }

    @ParameterizedTest
    @CsvSource({
        "downlink_queued, QUEUED, 2026-03-01T09:51:00Z",
        "downlink_sent, SENT, 2026-03-01T09:52:00Z",
        "downlink_ack, ACK, 2026-03-01T09:53:00Z",
        "downlink_failed, FAILED, 2026-03-01T09:53:20Z"
    })
    void saysWhatBecameOfADownlinkOfOurs(String name, DeviceEvent.Type type, Instant at) {
        var event = events(name).getFirst();

        assertThat(event.type()).isEqualTo(type);
        assertThat(event.source()).isEqualTo("the-things-stack");
        assertThat(event.devEui()).isEqualTo(Recorded.DEVICE);
        assertThat(event.at()).isEqualTo(at);
        assertThat(event.downlinkId()).isEqualTo(OURS + "1");
        assertThat(event.code()).isEqualTo(type == DeviceEvent.Type.FAILED ? "application_downlink_too_long" : null);
    }

    @Test
    void namesNoDownlinkThatIsNotOurs() {
        assertThat(events("downlink_nack")).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(DeviceEvent.Type.NACK);
            assertThat(event.downlinkId()).isNull();
        });
    }

    @Test
    void tellsOfEachInvalidatedDownlink() {
        assertThat(events("downlink_queue_invalidated"))
                .extracting(DeviceEvent::type, DeviceEvent::downlinkId)
                .containsExactly(
                        tuple(DeviceEvent.Type.INVALIDATED, OURS + "2"),
                        tuple(DeviceEvent.Type.INVALIDATED, OURS + "3"));
        assertThat(events("join_accept"))
                .extracting(DeviceEvent::type, DeviceEvent::downlinkId)
                .containsExactly(tuple(DeviceEvent.Type.JOIN, null), tuple(DeviceEvent.Type.INVALIDATED, OURS + "9"));
    }

    @Test
    void readsPlacesAndOtherServices() {
        assertThat(events("location_solved")).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(DeviceEvent.Type.LOCATION);
            assertThat(event.latitude()).isEqualTo(52.0287);
            assertThat(event.longitude()).isEqualTo(8.5224);
        });
        assertThat(events("service_data")).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(DeviceEvent.Type.LOG);
            assertThat(event.description()).isEqualTo("lora-cloud-device-management");
        });
    }

    @Test
    void namesAnEventTheSameWheneverItIsDelivered() {
        for (var name : List.of("join_accept", "downlink_sent", "location_solved")) {
            assertThat(events(name)).isEqualTo(events(name));
        }
        assertThat(events("downlink_queue_invalidated"))
                .extracting(DeviceEvent::eventId)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '`',
            value = {
                "{\"uplink_message\":{}}                                                                | not-an-uplink | end_device_ids.dev_eui",
                "{\"join_accept\":{}}                                                                   | not-an-event  | end_device_ids.dev_eui",
                "{\"end_device_ids\":{\"dev_eui\":\"24E1247140000001\"}}                                | not-an-event  | only [end_device_ids]",
                "{\"end_device_ids\":{\"dev_eui\":\"24E1247140000001\"},\"uplink_message\":{\"app_s_key\":{\"key\":\"x\"}}}     | encrypted | skip_payload_crypto",
                "{\"end_device_ids\":{\"dev_eui\":\"24E1247140000001\"},\"uplink_message\":{\"f_cnt\":\"-1\"}}       | not-an-uplink | f_cnt",
                "{\"end_device_ids\":{\"dev_eui\":\"24E1247140000001\"},\"uplink_message\":{\"frm_payload\":\"%\"}}  | not-an-uplink | frm_payload",
                "{\"end_device_ids\":{\"dev_eui\":\"24E1247140000001\"},\"join_accept\":{},\"received_at\":\"now\"}  | not-an-event  | time",
                "{\"end_device_ids\":{\"dev_eui\":\"70B3\"},\"uplink_message\":{}}                      | not-an-uplink | 16 hexadecimal",
                "{\"end_device_ids\":                                                                   | broken-json   | JSON",
                "[1]                                                                                    | not-an-event  | dev_eui",
            })
    void refusesWhatItCannotUseWithAClearSentence(String body, String reason, String detail) {
        assertThat(translate(body)).asInstanceOf(type(Refused.class)).satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.detail()).contains(detail);
        });
    }

    private Translation translate(String body) {
        return server.translate("", body.getBytes(StandardCharsets.UTF_8));
    }

    private Uplink uplink(String body) {
        return assertThat(translate(body))
                .asInstanceOf(type(Translated.class))
                .actual()
                .uplink();
    }

    private List<DeviceEvent> events(String name) {
        return assertThat(translate(Recorded.document("the-things-stack", name)))
                .asInstanceOf(type(Happened.class))
                .actual()
                .events();
    }
}
