package de.amtsfluss.lorawantriggers.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.networkserver.Recorded;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From what both network servers send by every way to the topics, the table and those who listen, on real servers. */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.MQTT})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "amtsfluss.roles=web,triggers",
            "amtsfluss.lorawan-triggers.webhook-secret=correct-horse",
            "amtsfluss.lorawan-triggers.mqtt.client-id=device-events-tests",
            "amtsfluss.lorawan-triggers.mqtt-connections.tts.url=${amtsfluss.lorawan-triggers.mqtt.url}",
            "amtsfluss.lorawan-triggers.mqtt-connections.tts.network-server=the-things-stack",
            "amtsfluss.lorawan-triggers.mqtt-connections.tts.client-id=device-events-tests-tts",
            "amtsfluss.lorawan-triggers.mqtt-connections.old.url=${amtsfluss.lorawan-triggers.mqtt.url}",
            "amtsfluss.lorawan-triggers.mqtt-connections.old.version=v3.1.1",
            "amtsfluss.lorawan-triggers.mqtt-connections.old.client-id=device-events-tests-old",
            "amtsfluss.lorawan-triggers.mqtt-connections.old.topic-filter=$share/old/old/+/device/+/event/+",
            "amtsfluss.lorawan-triggers.chirpstack-kafka.enabled=true"
        })
class DeviceEventsTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger NUMBERS = new AtomicInteger(0x10);
    private static final List<DeviceEvent> TOLD = new CopyOnWriteArrayList<>();

    /** File, kind of event beside the document, and what becomes of it. */
    private static final List<List<String>> CHIRPSTACK = List.of(
            List.of("join", "join"),
            List.of("status", "status"),
            List.of("txack", "txack"),
            List.of("ack", "ack"),
            List.of("ack-timeout", "ack"),
            List.of("log", "log"),
            List.of("location", "location"));

    private static final List<String> CHIRPSTACK_TYPES =
            List.of("JOIN", "STATUS", "SENT", "ACK", "NACK", "LOG", "LOCATION");

    private static final Map<String, String> THE_THINGS_STACK = Map.of(
            "join_accept", "join",
            "downlink_queued", "down/queued",
            "downlink_sent", "down/sent",
            "downlink_ack", "down/ack",
            "downlink_nack", "down/nack",
            "downlink_failed", "down/failed",
            "downlink_queue_invalidated", "down/invalidated",
            "location_solved", "location/solved",
            "service_data", "service/data",
            "uplink_normalized", "up/normalized");

    /** Three invalidated downlinks: one with the join, two of the queue. */
    private static final List<String> THE_THINGS_STACK_TYPES = List.of(
            "JOIN",
            "QUEUED",
            "SENT",
            "ACK",
            "NACK",
            "FAILED",
            "INVALIDATED",
            "INVALIDATED",
            "INVALIDATED",
            "LOCATION",
            "LOG");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final DevEui device = new DevEui("24E12471400%05X".formatted(NUMBERS.incrementAndGet()));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DeviceEventRepository repository;

    @Autowired
    private EventLog events;

    @Autowired
    @Qualifier("chirpStackListenerContainer")
    private ConcurrentMessageListenerContainer<String, byte[]> chirpStackTopic;

    @Value("${local.server.port}")
    private int port;

    @Value("${spring.kafka.bootstrap-servers}")
    private String kafka;

    @Value("${amtsfluss.lorawan-triggers.mqtt.url}")
    private URI mqtt;

    @Test
    void everythingComesByWebhookAndIsToldOnce() throws Exception {
        for (var repeat = 0; repeat < 2; repeat++) {
            assertThat(post("chirpstack?event=up", "Bearer correct-horse", chirpStack("up")))
                    .isEqualTo(202);
            for (var event : CHIRPSTACK) {
                var path = "chirpstack?event=" + event.get(1);
                assertThat(post(path, "Bearer correct-horse", chirpStack(event.getFirst())))
                        .isEqualTo(202);
            }
        }

        awaitEvents("chirpstack", CHIRPSTACK_TYPES);
        assertThat(told()).containsExactlyInAnyOrderElementsOf(CHIRPSTACK_TYPES);
        assertThat(uplinks())
                .hasSize(2)
                .allSatisfy(uplink ->
                        assertThat(uplink.path("spreadingFactor").intValue()).isEqualTo(7));
    }

    @Test
    void everythingOfTheThingsStackComesByWebhookUnderAnyPath() throws Exception {
        assertThat(post("the-things-stack", basic("tts:correct-horse"), theThingsStack("uplink_message")))
                .isEqualTo(202);
        for (var event : THE_THINGS_STACK.entrySet()) {
            var path = "the-things-stack/" + event.getValue();
            assertThat(post(path, "Bearer correct-horse", theThingsStack(event.getKey())))
                    .isEqualTo(202);
        }

        awaitEvents("the-things-stack", THE_THINGS_STACK_TYPES);
        assertThat(uplinks())
                .singleElement()
                .satisfies(uplink ->
                        assertThat(uplink.path("batteryPercent").doubleValue()).isEqualTo(90.118576));
    }

    @Test
    void everythingComesByMqttInBothVersions() {
        var client = Mqtt3Client.builder()
                .serverHost(mqtt.getHost())
                .serverPort(mqtt.getPort())
                .buildBlocking();
        client.connect();
        var other = new DevEui("24E12471500%05X".formatted(NUMBERS.incrementAndGet()));
        awaitSubscriptions(client, other);
        for (var event : CHIRPSTACK) {
            publish(client, "application/1/device/2/event/" + event.get(1), chirpStack(event.getFirst()));
            publish(
                    client,
                    "old/1/device/2/event/" + event.get(1),
                    Recorded.document("chirpstack", event.getFirst(), other));
        }
        publish(client, "v3/container@bielefeld/devices/s/up", theThingsStack("uplink_message"));
        THE_THINGS_STACK.forEach(
                (name, path) -> publish(client, "v3/container@bielefeld/devices/s/" + path, theThingsStack(name)));
        publish(
                client,
                "v3/container@bielefeld/devices/s/down/push",
                "{\"downlinks\":[]}".getBytes(StandardCharsets.UTF_8));
        client.disconnect();

        awaitEvents("chirpstack", CHIRPSTACK_TYPES);
        awaitEvents("chirpstack", other, CHIRPSTACK_TYPES);
        awaitEvents("the-things-stack", THE_THINGS_STACK_TYPES);
        assertThat(uplinks()).hasSize(1);
    }

    @Test
    void chirpStacksOwnTopicIsReadOnFromWhereItWasLeft() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record("up", true)).get();
            producer.send(record("join", false)).get();
            await().atMost(PATIENCE)
                    .until(() -> uplinks().size() == 1
                            && stored("chirpstack", device).size() == 1);

            chirpStackTopic.stop();
            producer.send(record("status", true)).get();
            producer.send(record("location", false)).get();
            chirpStackTopic.start();

            awaitEvents("chirpstack", List.of("JOIN", "STATUS", "LOCATION"));
            assertThat(uplinks()).hasSize(1);
        }
    }

    @Test
    void whatAListenerCannotTakeIsADeadLetterAndHoldsNothingUp() throws Exception {
        events.append(event("1", DeviceEvent.Type.LOG).withLog("ERROR", "BREAKS_THE_LISTENER", null))
                .get();
        events.append(event("2", DeviceEvent.Type.JOIN)).get();

        awaitEvents("test", List.of("JOIN"));
        assertThat(deadLetters()).anySatisfy(letter -> {
            assertThat(letter.path("devEui").stringValue()).isEqualTo(device.value());
            assertThat(letter.path("reason").stringValue()).isEqualTo("failed");
        });
    }

    @Test
    void theThingsStackIsRefusedWithoutTheSecret() throws Exception {
        for (var wrong : List.of("Bearer wrong", basic("correct-horse:tts"), basic("tts:wrong"), "Digest x")) {
            assertThat(post("the-things-stack", wrong, theThingsStack("join_accept")))
                    .isEqualTo(401);
        }
        assertThat(post("the-things-stack/up", basic("tts:correct-horse"), new byte[64 * 1024 + 1]))
                .isEqualTo(413);
        assertThat(stored("the-things-stack", device)).isEmpty();
    }

    @Test
    void theOldestAndTheSuperfluousAreDeleted() {
        var now = Instant.now();
        for (var day = 0; day < 6; day++) {
            repository.keep(DeviceEvent.of(
                    "%s:%d".formatted(device, day),
                    "test",
                    device,
                    DeviceEvent.Type.JOIN,
                    now.minus(Duration.ofDays(day))));
        }

        repository.delete(now.minus(Duration.ofDays(4)).minusSeconds(1), 1000);
        assertThat(stored("test", device)).hasSize(5);
        repository.delete(now.minus(Duration.ofDays(90)), 3);

        assertThat(jdbc.sql("select event_id from lorawan_triggers.device_event where dev_eui = ? order by at desc")
                        .param(device.value())
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly(device + ":0", device + ":1", device + ":2");
    }

    /** The same join may come again and again, it counts once. */
    private void awaitSubscriptions(Mqtt3BlockingClient client, DevEui other) {
        await().atMost(PATIENCE).until(() -> {
            publish(client, "application/1/device/2/event/join", chirpStack("join"));
            publish(client, "old/1/device/2/event/join", Recorded.document("chirpstack", "join", other));
            publish(client, "v3/container@bielefeld/devices/s/join", theThingsStack("join_accept"));
            return stored("chirpstack", device).size() == 1
                    && stored("chirpstack", other).size() == 1
                    && stored("the-things-stack", device).size() == 2;
        });
    }

    private DeviceEvent event(String id, DeviceEvent.Type type) {
        return DeviceEvent.of(device + id, "test", device, type, Instant.now());
    }

    private byte[] chirpStack(String name) {
        return Recorded.document("chirpstack", name, device);
    }

    private byte[] theThingsStack(String name) {
        return Recorded.document("the-things-stack", name, device);
    }

    private ProducerRecord<String, byte[]> record(String event, boolean withHeader) {
        var key = "application.1.device.%s%s".formatted(device, withHeader ? "" : ".event." + event);
        var message = new ProducerRecord<>("chirpstack", 0, key, chirpStack(event));
        if (withHeader) {
            message.headers().add("event", event.getBytes(StandardCharsets.UTF_8));
        }
        return message;
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private int post(String path, String authorization, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/lorawan/%s".formatted(port, path)))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static void publish(Mqtt3BlockingClient client, String topic, byte[] body) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body)
                .send();
    }

    private void awaitEvents(String source, List<String> types) {
        awaitEvents(source, device, types);
    }

    private void awaitEvents(String source, DevEui of, List<String> types) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored(source, of)).containsExactlyInAnyOrderElementsOf(types));
    }

    private List<String> stored(String source, DevEui of) {
        return jdbc.sql("select type from lorawan_triggers.device_event where source = ? and dev_eui = ?")
                .params(source, of.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> told() {
        return TOLD.stream()
                .filter(event -> event.devEui().equals(device))
                .map(event -> event.type().name())
                .toList();
    }

    private List<JsonNode> uplinks() {
        return read("lorawan.uplinks");
    }

    private List<JsonNode> deadLetters() {
        return read("lorawan.dead-letters");
    }

    private List<JsonNode> read(String topic) {
        var values = new ArrayList<JsonNode>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (device.value().equals(message.key())) {
                        values.add(json.readTree(message.value()));
                    }
                });
            }
        }
        return values;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listeners {

        @Bean
        NewTopic chirpStackTopic() {
            return new NewTopic("chirpstack", 1, (short) 1);
        }

        @Bean
        DeviceEventListener recordingListener() {
            return event -> {
                if ("BREAKS_THE_LISTENER".equals(event.code())) {
                    throw new IllegalStateException("Expected nothing of that kind, but it came");
                }
                TOLD.add(event);
            };
        }
    }
}
