package de.amtsfluss.lorawantriggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From what a network server sends to the message for the process engine, on real servers. */
@OnRealServers
class SensorToOrderTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final AtomicInteger NUMBERS = new AtomicInteger(0x100);
    private static final int FULL = 270;
    private static final int EMPTY = 1490;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    // To the microsecond, as uplinks and rows keep it; what is finer would be rounded one way here and another there.
    private final Instant start = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MICROS);

    @Autowired
    private AssetRegistry registry;

    @Autowired
    private JdbcClient jdbc;

    @Value("${local.server.port}")
    private int port;

    @Value("${spring.kafka.bootstrap-servers}")
    private String kafka;

    @Value("${amtsfluss.lorawan-triggers.mqtt.url}")
    private URI mqtt;

    private Asset container;
    private DevEui devEui;
    private ChirpStackEvents sensor;

    @BeforeEach
    void registerAContainer() {
        var number = NUMBERS.incrementAndGet();
        devEui = new DevEui("24E124713E%06X".formatted(number));
        container = new Asset(
                "TEST-%04X".formatted(number),
                "container",
                "Siegfriedplatz 1, Mitte",
                52.0287,
                8.5224,
                "Mitte",
                Map.of("fraktion", "Glas", "volumenLiter", BigDecimal.valueOf(3000), "fahrzeug", "Kran"));
        assertThat(registry.register(container, device(devEui))).isEqualTo(new AssetRegistry.Registered.Done());
        sensor = new ChirpStackEvents(devEui, "01a44c4c");
    }

    @Test
    void aFullContainerBecomesOneOrder() throws Exception {
        assertThat(post(sensor.up(1, FULL, at(0))).statusCode()).isEqualTo(202);
        assertThat(post(sensor.up(2, FULL, at(10))).statusCode()).isEqualTo(202);

        awaitReading(at(10));
        var facts = json.readTree(starts().getFirst());
        assertThat(starts()).hasSize(1);
        assertThat(facts.path("containerId").stringValue()).isEqualTo(container.id());
        assertThat(facts.path("ort").stringValue()).isEqualTo("Siegfriedplatz 1, Mitte");
        assertThat(facts.path("bezirk").stringValue()).isEqualTo("Mitte");
        assertThat(facts.path("fahrzeug").stringValue()).isEqualTo("Kran");
        assertThat(facts.path("fraktion").stringValue()).isEqualTo("Glas");
        assertThat(facts.path("fuellstandProzent").doubleValue()).isEqualTo(98.4);
        assertThat(facts.path("massnahme").stringValue()).isEqualTo("sofort");
        assertThat(Instant.parse(facts.path("gemessenAm").stringValue())).isEqualTo(at(0));
        assertThat(Instant.parse(facts.path("fristAm").stringValue())).isEqualTo(at(24 * 60));
        assertThat(Instant.parse(facts.path("erinnerungAm").stringValue())).isEqualTo(at(18 * 60));
        assertThat(facts.path("sensor").stringValue()).isEqualTo(devEui.value());
        assertThat(facts.path("ausloeserId").stringValue()).isNotEmpty();
        assertThat(facts.propertyNames()).containsExactlyInAnyOrderElementsOf(declared("startVariablen"));
    }

    @Test
    void theSameUplinkByMqttAndWebhookCountsOnce() throws Exception {
        // 92 %: an order only after two readings.
        var almostFull = sensor.up(1, 350, at(0));
        publish(almostFull);
        publish(almostFull);
        post(almostFull);
        post(sensor.up(2, EMPTY, at(10)));

        awaitReading(at(10));
        assertThat(starts()).isEmpty();
    }

    @Test
    void uplinksByMqttBecomeAnOrder() throws Exception {
        publish(sensor.up(1, 350, at(0)));
        publish(sensor.up(2, 350, at(10)));

        await().atMost(PATIENCE).until(() -> starts().size() == 1);
    }

    @Test
    void aMeasuredEmptyingWithdrawsAnOrderThatHasNotLeft() throws Exception {
        post(sensor.up(1, FULL, at(0)));
        post(sensor.up(2, EMPTY, at(10)));

        awaitReading(at(10));
        assertThat(outbox("START")).containsExactly("WITHDRAWN");
        assertThat(outbox("MESSAGE")).isEmpty();
    }

    @Test
    void aMeasuredEmptyingTellsTheProcessOnce() throws Exception {
        post(sensor.up(1, FULL, at(0)));
        awaitReading(at(0));
        jdbc.sql("update processes.message_outbox set attempts = 1 where correlation_key = ?")
                .param(container.id())
                .update();
        var ausloeser = jdbc.sql("select ausloeser_id::text from processes.message_outbox where correlation_key = ?")
                .param(container.id())
                .query(String.class)
                .single();
        post(sensor.up(2, EMPTY, at(10)));
        post(sensor.up(3, EMPTY, at(20)));

        awaitReading(at(20));
        var told = jdbc.sql("select facts::text from processes.message_outbox where correlation_key = ?")
                .param(ausloeser)
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(told).hasSize(1);
        assertThat(json.readTree(told.getFirst()).propertyNames())
                .containsExactlyInAnyOrderElementsOf(declared("nachrichtVariablen"));
        assertThat(json.readTree(told.getFirst()).path("gemessenGeleertProzent").doubleValue())
                .isEqualTo(0.8);
    }

    @Test
    void lateAndRepeatedReadingsChangeNothing() throws Exception {
        post(sensor.up(5, EMPTY, at(30)));
        awaitReading(at(30));
        post(sensor.up(3, FULL, at(10)));
        post(sensor.up(4, FULL, at(20)));
        post(sensor.up(6, EMPTY, at(40)));

        awaitReading(at(40));
        assertThat(starts()).isEmpty();
    }

    @Test
    void whatSomebodyElseHasWrittenMeanwhileIsBuiltOn() throws Exception {
        post(sensor.up(1, 350, at(0)));
        awaitReading(at(0));
        jdbc.sql("update lorawan_triggers.twin set lost = 7 where subject = ?")
                .param(container.id())
                .update();
        post(sensor.up(2, 350, at(10)));

        awaitReading(at(10));
        assertThat(starts()).hasSize(1);
        assertThat(jdbc.sql("select lost from lorawan_triggers.twin where subject = ?")
                        .param(container.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(7);
    }

    @Test
    void anotherPayloadUnderTheSameCounterIsADeadLetter() throws Exception {
        post(sensor.up(1, EMPTY, at(0)));
        post(sensor.up(1, FULL, at(10)));

        assertThat(awaitDeadLetter("conflict").path("detail").stringValue()).contains("frame 1");
        assertThat(starts()).isEmpty();
    }

    @Test
    void anUnknownDeviceIsADeadLetter() throws Exception {
        var stranger = new DevEui("24E124713F%06X".formatted(NUMBERS.incrementAndGet()));
        post(new ChirpStackEvents(stranger, "01a44c4c").up(1, FULL, at(0)));

        var letter = awaitDeadLetter("unknown-device", stranger.value());
        assertThat(new String(Base64.getDecoder().decode(letter.path("payload").stringValue()), StandardCharsets.UTF_8))
                .contains(stranger.value());
    }

    @Test
    void anUndecodablePayloadIsADeadLetterAndHoldsNothingUp() throws Exception {
        post(sensor.up(1, new byte[] {(byte) 0x99, 1, 2}, at(0)));
        post(sensor.up(2, FULL, at(10)));

        assertThat(awaitDeadLetter("undecodable").path("detail").stringValue())
                .contains("unknown channel and type 9901");
        awaitReading(at(10));
        assertThat(starts()).hasSize(1);
    }

    @Test
    void brokenJsonIsAcceptedAndKeptAsItCame() throws Exception {
        var broken = "{\"broken\": " + NUMBERS.incrementAndGet();

        assertThat(post(broken.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(202);

        var letters = deadLetters();
        assertThat(letters).anySatisfy(letter -> {
            assertThat(letter.path("reason").stringValue()).isEqualTo("broken-json");
            assertThat(Base64.getDecoder().decode(letter.path("payload").stringValue()))
                    .isEqualTo(broken.getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void otherEventsAreAccepted() throws Exception {
        var request = HttpRequest.newBuilder(webhook("join"))
                .header("Authorization", "Bearer correct-horse")
                .POST(BodyPublishers.ofString("{}"));

        assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
    }

    @Test
    void aWrongSecretIsRefused() throws Exception {
        for (var header : List.of("Bearer wrong", "Basic Y29ycmVjdC1ob3JzZQ==")) {
            var request = HttpRequest.newBuilder(webhook("up"))
                    .header("Authorization", header)
                    .POST(BodyPublishers.ofByteArray(sensor.up(1, FULL, at(0))));
            var response = http.send(request.build(), BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(json.readTree(response.body()).path("status").intValue()).isEqualTo(401);
        }
        var without = HttpRequest.newBuilder(webhook("up")).POST(BodyPublishers.ofString("{}"));
        assertThat(http.send(without.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithAndWithoutItsLength() throws Exception {
        var large = new byte[64 * 1024 + 1];

        assertThat(post(large).statusCode()).isEqualTo(413);
        var chunked = HttpRequest.newBuilder(webhook("up"))
                .header("Authorization", "Bearer correct-horse")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        assertThat(http.send(chunked.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(413);
    }

    @Test
    void aSensorCannotWatchTwoAssets() {
        var other = new Asset(
                "TEST-OTHER",
                "container",
                "Alter Markt",
                52.0,
                8.5,
                "Mitte",
                Map.of("fraktion", "Bio", "volumenLiter", BigDecimal.valueOf(660)));

        assertThat(registry.register(other, mounted("TEST-OTHER", devEui)))
                .isEqualTo(new AssetRegistry.Registered.Refused(
                        "Der Sensor %s ist schon an %s im Einsatz.".formatted(devEui, container.id())));
        assertThat(registry.asset("TEST-OTHER")).isEmpty();
    }

    @Test
    void aSwappedSensorGoesOnWhereTheOldOneStopped() throws Exception {
        post(sensor.up(1, 350, at(0)));
        awaitReading(at(0));
        var newEui = new DevEui("24E124713E%06X".formatted(NUMBERS.incrementAndGet()));
        var swapped = registry.register(
                container,
                new Device(newEui, "milesight/em400-mud", container.id(), distances(), Map.of(), at(5), null),
                devEui);
        post(new ChirpStackEvents(newEui, "01a44c4d").up(1, 350, at(10)));

        assertThat(swapped).isEqualTo(new AssetRegistry.Registered.Done());
        await().atMost(PATIENCE).until(() -> starts().size() == 1);
        post(sensor.up(2, EMPTY, at(20)));
        assertThat(awaitDeadLetter("not-in-use").path("detail").stringValue()).contains(devEui.value());
    }

    @Test
    void aFileIsRegisteredAsAWholeOrNotAtAll() {
        var header =
                "id;art;ort;breite;laenge;bezirk;devEui;geraetetyp;merkmal.fraktion;merkmal.volumenLiter;gueltigAb";
        var good = "CSV-1;container;Jahnplatz;52.02;8.53;Mitte;24E124713EFF0001;milesight/em400-mud;Glas;3000;";
        var file = String.join(
                "\n",
                header,
                good,
                "CSV-2;container;Jahnplatz;zwei;8.53;Mitte;24E1;milesight/em400-mud;Glas;3000;gestern",
                "CSV-3;haus;Jahnplatz;52.02;8.53;Mitte;24E124713EFF0003;unbekannt/typ;Glas;3000;",
                "CSV-4;container;Jahnplatz;52.02;8.53;Mitte;24E124713EFF0004;milesight/em400-mud;Gold;;",
                "CSV-5;container;Jahnplatz;52.02;8.53;Mitte;" + devEui + ";milesight/em400-mud;Glas;3000;");

        var refused = registry.importCsv(file, false);

        assertThat(refused.errors())
                .hasSize(8)
                .anyMatch(
                        error -> error.startsWith("Zeile 3: In breite muss eine Zahl wie 52.02 stehen, nicht „zwei“."))
                .anyMatch(error -> error.startsWith("Zeile 3: In devEui müssen 16 hexadezimale Ziffern stehen"))
                .anyMatch(error -> error.startsWith("Zeile 3: In gueltigAb muss eine Zeit"))
                .anyMatch(error -> error.startsWith("Zeile 4: Die Art „haus“ gibt es nicht"))
                .anyMatch(error -> error.startsWith("Zeile 4: Den Gerätetyp „unbekannt/typ“"))
                .anyMatch(error -> error.startsWith("Zeile 5: Das Merkmal „fraktion“ muss eines von"))
                .anyMatch(error -> error.startsWith("Zeile 5: Das Merkmal „volumenLiter“ fehlt."))
                .anyMatch(error -> error.startsWith("Zeile 6: Der Sensor " + devEui + " ist schon an"));
        assertThat(registry.asset("CSV-1")).isEmpty();
        assertThat(registry.importCsv(header + "\n" + good, true)).isEqualTo(new AssetRegistry.Imported(1, List.of()));
        assertThat(registry.asset("CSV-1")).isEmpty();
        assertThat(registry.importCsv(header + "\n" + good, false).errors()).isEmpty();
        assertThat(registry.asset("CSV-1"))
                .hasValueSatisfying(asset -> assertThat(asset.merkmale())
                        .isEqualTo(Map.of("fraktion", "Glas", "volumenLiter", BigDecimal.valueOf(3000))));
    }

    @Test
    void demoAssetsAreThere() {
        assertThat(registry.device(new DevEui("24E124713D000001"), Instant.now()))
                .hasValueSatisfying(demo -> assertThat(demo.assetId()).isEqualTo("BI-C-0001"));
    }

    @Test
    void aBrokenUplinkInABatchHoldsNoOtherUp() throws Exception {
        // Sent without waiting, so that Kafka may hand them over together.
        for (var frame = 1; frame <= 40; frame++) {
            publish(
                    frame % 7 == 0
                            ? sensor.up(frame, new byte[] {(byte) 0x99, 1, 2}, at(frame))
                            : sensor.up(frame, 700, at(frame)));
        }
        publish(sensor.up(41, FULL, at(41)));

        awaitReading(at(41));
        assertThat(starts()).hasSize(1);
        await().atMost(PATIENCE)
                .until(() -> deadLetters().stream()
                                .filter(letter ->
                                        letter.path("devEui").asString("").equals(devEui.value()))
                                .count()
                        == 5);
    }

    @Test
    void nothingIsLostWhileServersAreAway(LocalStack stack) throws Exception {
        stack.part(Part.KAFKA).kill();
        assertThat(post(sensor.up(1, 350, at(0))).statusCode()).isEqualTo(503);
        publish(sensor.up(2, 350, at(10)));
        stack.part(Part.KAFKA).restart();
        // A reading that is overtaken by a later one no longer counts, so the broker's comes first.
        awaitReading(at(10));
        await().atMost(PATIENCE).until(() -> post(sensor.up(3, 350, at(20))).statusCode() == 202);
        await().atMost(PATIENCE).until(() -> starts().size() == 1);

        stack.part(Part.POSTGRESQL).kill();
        assertThat(post(sensor.up(4, EMPTY, at(30))).statusCode()).isEqualTo(202);
        assertThat(post(sensor.up(5, FULL, at(40))).statusCode()).isEqualTo(202);
        stack.part(Part.POSTGRESQL).restart();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> starts().size() == 2);
    }

    /** What the model says that it gets, in a property of the event. */
    private static List<String> declared(String property) throws IOException {
        try (var model = Objects.requireNonNull(
                SensorToOrderTests.class.getResourceAsStream("/models/container-leeren/container-leeren.bpmn"))) {
            var text = new String(model.readAllBytes(), StandardCharsets.UTF_8);
            var found = Pattern.compile("name=\"%s\" value=\"([^\"]*)\"".formatted(property))
                    .matcher(text);
            assertThat(found.find()).as(property).isTrue();
            return List.of(found.group(1).split(", "));
        }
    }

    private Device device(DevEui number) {
        return mounted(container.id(), number);
    }

    private Device mounted(String assetId, DevEui number) {
        return new Device(number, "milesight/em400-mud", assetId, distances(), Map.of(), start.minusSeconds(60), null);
    }

    private static Map<String, Double> distances() {
        return Map.of(Device.EMPTY_DISTANCE, 1500.0, Device.FULL_DISTANCE, 250.0);
    }

    private Instant at(int minutes) {
        return start.plus(Duration.ofMinutes(minutes));
    }

    private URI webhook(String event) {
        return URI.create("http://127.0.0.1:%d/api/lorawan/chirpstack?event=%s".formatted(port, event));
    }

    private HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(webhook("up"))
                .header("Authorization", "Bearer correct-horse")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void publish(byte[] body) {
        var client = Mqtt5Client.builder()
                .serverHost(mqtt.getHost())
                .serverPort(mqtt.getPort())
                .buildBlocking();
        client.connect();
        client.publishWith()
                .topic("application/17c82e96/device/%s/event/up"
                        .formatted(devEui.value().toLowerCase(java.util.Locale.ROOT)))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body)
                .send();
        client.disconnect();
    }

    private void awaitReading(Instant at) {
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql(
                                "select count(*) from lorawan_triggers.twin where subject = ? and received_at >= ?")
                        .params(container.id(), java.sql.Timestamp.from(at))
                        .query(Long.class)
                        .single()
                        .equals(1L));
    }

    private List<String> starts() {
        return jdbc.sql("select facts::text from processes.message_outbox where kind = 'START' and correlation_key = ?")
                .param(container.id())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> outbox(String kind) {
        return jdbc.sql("select state from processes.message_outbox where kind = ? and correlation_key = ?")
                .params(kind, container.id())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private JsonNode awaitDeadLetter(String reason) {
        return awaitDeadLetter(reason, devEui.value());
    }

    private JsonNode awaitDeadLetter(String reason, String devEui) {
        return await().atMost(PATIENCE)
                .until(
                        () -> deadLetters().stream()
                                .filter(letter -> letter.path("reason")
                                                .stringValue()
                                                .equals(reason)
                                        && letter.path("devEui").asString("").equals(devEui))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    private List<JsonNode> deadLetters() {
        var letters = new ArrayList<JsonNode>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partition = new TopicPartition("lorawan.dead-letters", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> letters.add(json.readTree(message.value())));
            }
        }
        return letters;
    }
}
