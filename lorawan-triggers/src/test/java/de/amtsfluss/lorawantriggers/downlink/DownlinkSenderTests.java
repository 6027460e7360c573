package de.amtsfluss.lorawantriggers.downlink;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.lorawantriggers.AssetRegistry;
import de.amtsfluss.lorawantriggers.device.DeviceTypeFiles;
import de.amtsfluss.lorawantriggers.device.DeviceTypeReleases;
import de.amtsfluss.lorawantriggers.downlink.Gauges.Gauge;
import de.amtsfluss.lorawantriggers.event.DeviceEvent;
import de.amtsfluss.lorawantriggers.networkserver.TheThingsStack;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Downlinks;
import de.amtsfluss.processes.Downlinks.Auftrag;
import de.amtsfluss.processes.Downlinks.Ergebnis;
import de.amtsfluss.processes.Downlinks.Inhalt;
import de.amtsfluss.processes.Downlinks.Verlauf;
import de.amtsfluss.processes.Downlinks.Ziel;
import de.amtsfluss.processes.Downlinks.Zustand;
import de.amtsfluss.processes.Handelnder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Downlinks from being asked for to their end, by REST; no schedule runs, so that each step is taken by the test. */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "amtsfluss.roles=web",
            "amtsfluss.lorawan-triggers.webhook-enabled=false",
            "amtsfluss.lorawan-triggers.downlink.per-device-and-hour=2",
            "amtsfluss.lorawan-triggers.downlink.routes.rest.kind=chirpstack-rest",
            "amtsfluss.lorawan-triggers.downlink.routes.rest.key=top-secret",
            "amtsfluss.lorawan-triggers.downlink.routes.rest.application=pegel",
            "amtsfluss.lorawan-triggers.downlink.routes.hasty.kind=chirpstack-rest",
            "amtsfluss.lorawan-triggers.downlink.routes.hasty.key=top-secret",
            "amtsfluss.lorawan-triggers.downlink.routes.hasty.application=eilig",
            "amtsfluss.lorawan-triggers.downlink.routes.hasty.timeout=2s",
            "amtsfluss.lorawan-triggers.downlink.routes.tts.kind=the-things-stack-rest",
            "amtsfluss.lorawan-triggers.downlink.routes.tts.key=top-secret",
            "amtsfluss.lorawan-triggers.downlink.routes.tts.webhook=amtsfluss"
        })
class DownlinkSenderTests {

    private static final NetworkServerStub SERVER = new NetworkServerStub();
    private static final Inhalt OFTEN = new Inhalt.Benannt("dichtMelden");
    private static final String OFTEN_BASE64 = "/wMsAQ==";

    @Autowired
    private Downlinks downlinks;

    @Autowired
    private DownlinkSender sender;

    @Autowired
    private DownlinkEvents events;

    @Autowired
    private DownlinkRepository repository;

    @Autowired
    private DeviceTypeReleases releases;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AssetRegistry registry;

    @Autowired
    private JdbcClient jdbc;

    private final JsonMapper json = JsonMapper.builder().build();
    private Gauges gauges;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        for (var route : List.of("rest", "hasty", "tts")) {
            properties.add("amtsfluss.lorawan-triggers.downlink.routes.%s.url".formatted(route), SERVER::url);
        }
    }

    @BeforeEach
    void reset() {
        gauges = new Gauges(registry, jdbc);
        SERVER.reset();
        jdbc.sql("delete from lorawan_triggers.downlink").update();
    }

    @AfterEach
    void takeGaugesAway() {
        gauges.remove();
    }

    @Test
    void chirpStackQueuesItUnderAnIdOfItsOwnAndTheSensorConfirms() {
        var gauge = gauges.heard("chirpstack", "pegel", null);
        var id = ask(gauge, OFTEN, true);
        SERVER.answers(200, "{\"id\":\"aaaa-1\"}");

        assertThat(sender.step("rest")).isTrue();
        assertThat(sender.step("rest")).isFalse();

        assertThat(SERVER.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.path()).isEqualTo("/api/devices/%s/queue".formatted(lower(gauge)));
            assertThat(asked.authorization()).isEqualTo("Grpc-Metadata: Bearer top-secret");
        });
        var item = body(0).path("queueItem");
        assertThat(item.path("data").stringValue()).isEqualTo(OFTEN_BASE64);
        assertThat(item.path("fPort").intValue()).isEqualTo(85);
        assertThat(item.path("confirmed").booleanValue()).isTrue();
        assertThat(Instant.parse(item.path("expiresAt").stringValue()))
                .isEqualTo(downlink(id).bis());
        assertThat(verlauf(id).zustand()).isEqualTo(Zustand.UEBERGEBEN);

        tell(gauge, "chirpstack", DeviceEvent.Type.SENT, "aaaa-1");
        assertThat(verlauf(id).zustand()).isEqualTo(Zustand.GESENDET);
        assertThat(gauges.messages(id)).isEmpty();
        tell(gauge, "chirpstack", DeviceEvent.Type.ACK, "aaaa-1");
        tell(gauge, "chirpstack", DeviceEvent.Type.NACK, "aaaa-1");

        assertThat(verlauf(id).ergebnis()).isEqualTo(Ergebnis.BESTAETIGT);
        assertThat(gauges.messages(id)).containsExactly("{\"downlinkErgebnis\":\"bestaetigt\"}");
        assertThat(gauges.protokoll(id))
                .containsExactly(
                        "probe ANGELEGT downlink",
                        "system GEAENDERT uebergeben",
                        "downlink GEAENDERT gesendet",
                        "downlink ABGESCHLOSSEN ergebnis");
    }

    @Test
    void whatWasQueuedAlthoughTheAnswerWasLostIsNotQueuedAgain() {
        var gauge = gauges.heard("chirpstack", "pegel", null);
        var first = ask(gauge, OFTEN, true);
        SERVER.answers(200, "{\"id\":\"bbbb-1\"}");
        sender.step("rest");
        var id = ask(gauge, OFTEN, true);
        SERVER.answers(503, "upstream connect error");

        assertThat(sender.step("rest")).isFalse();
        assertThat(sender.step("rest")).isFalse();
        assertThat(verlauf(id).zustand()).isEqualTo(Zustand.ANGENOMMEN);
        assertThat(verlauf(id).grund()).isEqualTo("HTTP 503: upstream connect error");

        gauges.due(id);
        SERVER.answers(200, """
                {"totalCount":3,"result":[
                 {"id":"bbbb-1","fPort":85,"data":"%1$s","confirmed":true},
                 {"id":"foreign","fPort":85,"data":"/wMQDg==","confirmed":true},
                 {"id":"bbbb-2","fPort":85,"data":"%1$s","confirmed":true}]}""".formatted(OFTEN_BASE64));
        assertThat(sender.step("rest")).isTrue();

        assertThat(SERVER.asked()).extracting(NetworkServerStub.Asked::method).containsExactly("POST", "POST", "GET");
        tell(gauge, "chirpstack", DeviceEvent.Type.NACK, "bbbb-2");
        assertThat(verlauf(id).ergebnis()).isEqualTo(Ergebnis.NICHT_BESTAETIGT);
        assertThat(verlauf(first).zustand()).isEqualTo(Zustand.UEBERGEBEN);
    }

    @Test
    void aServerThatIsAwayIsCalledAgainInTheOrderOfTheSensor() {
        var gauge = gauges.heard("chirpstack", "eilig", null);
        var first = ask(gauge, OFTEN, false);
        var second = ask(gauge, new Inhalt.Benannt("ueblichMelden"), false);
        SERVER.answers(NetworkServerStub.NONE);

        assertThat(sender.step("hasty")).isFalse();
        assertThat(sender.step("hasty")).as("the second waits for the first").isFalse();
        assertThat(verlauf(first).versuche()).isEqualTo(1);
        assertThat(verlauf(second).versuche()).isZero();

        gauges.due(first);
        SERVER.answers(200, "{\"totalCount\":0,\"result\":[]}");
        SERVER.answers(200, "{\"id\":\"cccc-1\"}");
        SERVER.answers(200, "{\"id\":\"cccc-2\"}");
        assertThat(sender.step("hasty")).isTrue();
        assertThat(sender.step("hasty")).isTrue();
        assertThat(verlauf(first).zustand()).isEqualTo(Zustand.UEBERGEBEN);
        assertThat(verlauf(second).zustand()).isEqualTo(Zustand.UEBERGEBEN);
    }

    @ParameterizedTest
    @CsvSource({"400, invalid payload", "401, unauthenticated", "404, object does not exist"})
    void whatTheServerRefusesFailsWithItsSentence(int status, String sentence) {
        var id = ask(gauges.heard("chirpstack", "pegel", null), OFTEN, true);
        SERVER.answers(status, "{\"code\":3,\"message\":\"%s\\n\",\"details\":[]}".formatted(sentence));

        assertThat(sender.step("rest")).isTrue();

        assertThat(verlauf(id).ergebnis()).isEqualTo(Ergebnis.FEHLGESCHLAGEN);
        assertThat(verlauf(id).grund()).isEqualTo("HTTP %d: %s".formatted(status, sentence));
        assertThat(gauges.messages(id)).containsExactly("{\"downlinkErgebnis\":\"fehlgeschlagen\"}");
    }

    @Test
    void theThingsStackKnowsItByOurIdAndALateAcknowledgementIsKept() {
        var gauge = gauges.heard("the-things-stack", "container", "musterbruecke");
        var id = ask(gauge, new Inhalt.Bytes(15, new byte[] {(byte) 0xbe, (byte) 0xef}), true);
        SERVER.answers(200, "");

        assertThat(sender.step("tts")).isTrue();

        assertThat(SERVER.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path())
                    .isEqualTo("/api/v3/as/applications/container/webhooks/amtsfluss/devices/musterbruecke/down/push");
            assertThat(asked.authorization()).isEqualTo("Bearer top-secret");
        });
        var sent = body(0).path("downlinks").path(0);
        assertThat(sent.path("f_port").intValue()).isEqualTo(15);
        assertThat(sent.path("frm_payload").stringValue()).isEqualTo("vu8=");
        assertThat(sent.path("confirmed").booleanValue()).isTrue();
        assertThat(sent.path("correlation_ids").path(0).stringValue()).isEqualTo(TheThingsStack.DOWNLINK_PREFIX + id);

        gauges.over(id);
        sender.endOverdue();
        sender.endOverdue();
        assertThat(verlauf(id).ergebnis()).isEqualTo(Ergebnis.ABGELAUFEN);
        tell(gauge, "the-things-stack", DeviceEvent.Type.ACK, id.toString());
        tell(gauge, "the-things-stack", DeviceEvent.Type.ACK, id.toString());

        assertThat(verlauf(id).ergebnis()).isEqualTo(Ergebnis.ABGELAUFEN);
        assertThat(verlauf(id).spaetBestaetigtAm()).isNotNull();
        assertThat(gauges.messages(id)).containsExactly("{\"downlinkErgebnis\":\"abgelaufen\"}");
        assertThat(gauges.protokoll(id))
                .filteredOn(entry -> entry.endsWith("spaetBestaetigt"))
                .hasSize(1);
    }

    @Test
    void whatWasNeverHandedOverEndsToo() {
        var id = ask(gauges.heard("chirpstack", "pegel", null), OFTEN, true);
        SERVER.answers(502, "");
        sender.step("rest");

        gauges.over(id);
        gauges.due(id);
        assertThat(sender.step("rest")).as("nothing is sent after its Frist").isFalse();
        sender.endOverdue();

        assertThat(verlauf(id).ergebnis()).isEqualTo(Ergebnis.ABGELAUFEN);
        assertThat(verlauf(id).grund()).contains("HTTP 502");
        assertThat(gauges.messages(id)).hasSize(1);
    }

    @Test
    void anAcknowledgementMayComeBeforeTheIdIsKnown() {
        var gauge = gauges.heard("chirpstack", "pegel", null);
        var id = ask(gauge, OFTEN, true);
        jdbc.sql("""
                        insert into lorawan_triggers.device_event (source, event_id, type, dev_eui, at, downlink_id)
                        values ('chirpstack', ?, 'ACK', ?, now(), 'dddd-1')
                        """)
                .params(UUID.randomUUID().toString(), gauge.devEui().value())
                .update();
        SERVER.answers(200, "{\"id\":\"dddd-1\"}");

        sender.step("rest");

        assertThat(verlauf(id).ergebnis()).isEqualTo(Ergebnis.BESTAETIGT);
        assertThat(verlauf(id).uebergebenAm()).isNotNull();
    }

    @Test
    void anAttemptOfWhichACopyDiedIsMadeAgain() {
        var id = ask(gauges.heard("chirpstack", "pegel", null), OFTEN, true);
        var now = Instant.now();
        transaction.execute(status -> repository.lease("rest", now, now.plusSeconds(60)));
        assertThat(sender.step("rest")).as("somebody else is at it").isFalse();

        gauges.due(id);
        SERVER.answers(200, "{\"result\":[]}");
        SERVER.answers(200, "{\"id\":\"eeee-1\"}");
        assertThat(sender.step("rest")).isTrue();

        assertThat(verlauf(id).zustand()).isEqualTo(Zustand.UEBERGEBEN);
        assertThat(SERVER.asked()).extracting(NetworkServerStub.Asked::method).containsExactly("GET", "POST");
    }

    @Test
    void aRepeatSendsOnce() {
        var gauge = gauges.heard("chirpstack", "pegel", null);
        var id = DownlinkId.random();
        var first = ask(id, new Ziel.Objekt(gauge.objekt()), OFTEN, true);
        var again = ask(id, new Ziel.Geraet(lower(gauge)), new Inhalt.Benannt("ueblichMelden"), false);

        assertThat(again).isEqualTo(first);
        assertThat(downlinks.of(gauge.objekt(), 10)).containsExactly(first);
    }

    @Test
    void asSoonAsThereAreTooManyInAnHourNoMoreAreSent() {
        var gauge = gauges.heard("chirpstack", "pegel", null);
        ask(gauge, new Inhalt.Benannt("unbekannt"), true);
        var first = ask(gauge, OFTEN, true);
        ask(gauge, OFTEN, true);
        var third = ask(gauge, OFTEN, true);
        assertThat(verlauf(third).ergebnis()).isEqualTo(Ergebnis.BEGRENZT);
        assertThat(gauges.messages(third)).containsExactly("{\"downlinkErgebnis\":\"begrenzt\"}");

        jdbc.sql("update lorawan_triggers.downlink set angenommen_am = now() - interval '61 minutes' where id = ?")
                .param(first.value())
                .update();
        assertThat(verlauf(ask(gauge, OFTEN, true)).ergebnis()).isNull();
    }

    @Test
    void unconfirmedOnesEndWhenAGatewayHasSentThem() {
        var gauge = gauges.heard("the-things-stack", "container", "musterbruecke");
        var id = ask(gauge, OFTEN, false);
        SERVER.answers(200, "");
        sender.step("tts");
        var stranger = gauges.heard("the-things-stack", "container", "anderswo");

        tell(stranger, "the-things-stack", DeviceEvent.Type.SENT, id.toString());
        tell(gauge, "chirpstack", DeviceEvent.Type.SENT, id.toString());
        tell(gauge, "the-things-stack", DeviceEvent.Type.QUEUED, id.toString());
        assertThat(verlauf(id).zustand()).isEqualTo(Zustand.UEBERGEBEN);
        tell(gauge, "the-things-stack", DeviceEvent.Type.SENT, id.toString());

        assertThat(verlauf(id).ergebnis()).isEqualTo(Ergebnis.GESENDET);
        assertThat(gauges.messages(id)).containsExactly("{\"downlinkErgebnis\":\"gesendet\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "LOG, EXPIRED, ABGELAUFEN",
        "LOG, DOWNLINK_PAYLOAD_SIZE, FEHLGESCHLAGEN",
        "LOG, UPLINK_MIC,",
        "FAILED, application_downlink_too_long, FEHLGESCHLAGEN",
        "INVALIDATED,, FEHLGESCHLAGEN"
    })
    void whatTheNetworkServerGivesUpEnds(DeviceEvent.Type type, @Nullable String code, @Nullable Ergebnis ergebnis) {
        var gauge = gauges.heard("the-things-stack", "container", "musterbruecke");
        var id = ask(gauge, OFTEN, true);

        var event = event(gauge, "the-things-stack", type, id.toString()).withLog("ERROR", code, null);
        transaction.executeWithoutResult(status -> events.on(event));

        assertThat(verlauf(id).ergebnis()).isEqualTo(ergebnis);
    }

    @Test
    void whatCannotBeSaidEndsAtOnce() {
        var gauge = gauges.heard("chirpstack", "pegel", null);
        var objekt = new Ziel.Objekt(gauge.objekt());

        assertImpossible(new Ziel.Objekt("BI-W-FEHLT"), OFTEN, "Das Objekt „BI-W-FEHLT“");
        assertImpossible(new Ziel.Geraet("kein devEui"), OFTEN, "Die DevEUI „kein devEui“");
        assertImpossible(new Ziel.Geraet("24E12471FFFFFFFF"), OFTEN, "24E12471FFFFFFFF");
        assertImpossible(objekt, new Inhalt.Benannt("unbekannt"), "dichtMelden");
        assertImpossible(objekt, new Inhalt.Daten(85, Map.of("intervalSeconds", 5)), "60 to 64800");
        assertImpossible(objekt, new Inhalt.Bytes(85, new byte[243]), "242 Bytes");
        assertImpossible(new Ziel.Objekt(gauges.register("milesight/em500-swl").objekt()), OFTEN, "noch nichts gehört");
        var heardByAnOlderCopy = gauges.heard("chirpstack", "pegel", null);
        jdbc.sql("update lorawan_triggers.twin set source = null, application = null where subject = ?")
                .param(heardByAnOlderCopy.objekt())
                .update();
        assertImpossible(new Ziel.Objekt(heardByAnOlderCopy.objekt()), OFTEN, "noch nichts gehört");
        assertImpossible(
                new Ziel.Objekt(gauges.heard("chirpstack", "anderswo", null).objekt()), OFTEN, "„anderswo“");
        assertImpossible(
                new Ziel.Objekt(
                        gauges.heard("the-things-stack", "container", null).objekt()),
                OFTEN,
                "device_id");
    }

    @Test
    void aCodecThatDoesNotEndIsStopped() {
        var released = releases.release(
                new DeviceTypeFiles(
                        "muster/endlos",
                        "function decodeUplink(i) { return { data: { n: i.bytes[0] } }; }\n"
                                + "function encodeDownlink(i) { while (i.data.endless) {} return { fPort: 1, bytes: [1] }; }",
                        "name: Endlos\nmeasurements:\n  temperature: {from: n, unit: Cel}\n",
                        "[{\"type\":\"uplink\",\"description\":\"one\",\"input\":{\"bytes\":[7],\"fPort\":1},"
                                + "\"output\":{\"data\":{\"n\":7}},\"measurements\":{\"temperature\":7}}]"),
                new Akteur("rolf.mustermann", "Rolf Mustermann", Set.of("prozess-freigabe")));
        assertThat(released).isInstanceOf(DeviceTypeReleases.Release.Accepted.class);

        assertImpossible(
                new Ziel.Objekt(gauges.register("muster/endlos").objekt()),
                new Inhalt.Daten(1, Map.of("endless", true)),
                "");
    }

    private void assertImpossible(Ziel ziel, Inhalt inhalt, String sentence) {
        var id = ask(DownlinkId.random(), ziel, inhalt, true).id();
        assertThat(verlauf(id).ergebnis()).isEqualTo(Ergebnis.NICHT_MOEGLICH);
        assertThat(verlauf(id).grund()).contains(sentence);
        assertThat(gauges.messages(id)).containsExactly("{\"downlinkErgebnis\":\"nicht-moeglich\"}");
        assertThat(SERVER.asked()).isEmpty();
    }

    private DownlinkId ask(Gauge gauge, Inhalt inhalt, boolean confirmed) {
        return ask(DownlinkId.random(), new Ziel.Objekt(gauge.objekt()), inhalt, confirmed)
                .id();
    }

    private Downlinks.Downlink ask(DownlinkId id, Ziel ziel, Inhalt inhalt, boolean confirmed) {
        return Handelnder.system("probe")
                .call(() -> downlinks.senden(
                        new Auftrag(id, ziel, inhalt, confirmed, Duration.ofHours(1), id.toString(), null)));
    }

    private void tell(Gauge gauge, String source, DeviceEvent.Type type, String downlinkId) {
        transaction.executeWithoutResult(status -> events.on(event(gauge, source, type, downlinkId)));
    }

    private static DeviceEvent event(Gauge gauge, String source, DeviceEvent.Type type, String downlinkId) {
        return DeviceEvent.of(UUID.randomUUID().toString(), source, gauge.devEui(), type, Instant.now())
                .withDownlink(downlinkId);
    }

    private Downlinks.Downlink downlink(DownlinkId id) {
        return downlinks.find(id).orElseThrow();
    }

    private Verlauf verlauf(DownlinkId id) {
        return downlink(id).verlauf();
    }

    private JsonNode body(int number) {
        return json.readTree(SERVER.asked().get(number).body());
    }

    private static String lower(Gauge gauge) {
        return gauge.devEui().value().toLowerCase(java.util.Locale.ROOT);
    }
}
