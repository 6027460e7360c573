package de.amtsfluss.lorawantriggers.downlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.lorawantriggers.AssetRegistry;
import de.amtsfluss.lorawantriggers.ChirpStackEvents;
import de.amtsfluss.lorawantriggers.networkserver.Recorded;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Downlinks.Downlink;
import de.amtsfluss.processes.Downlinks.Ergebnis;
import de.amtsfluss.processes.Downlinks.Zustand;
import de.amtsfluss.processes.Sensorik;
import de.amtsfluss.processes.Sensorik.Nachricht;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person says something to a sensor by ChirpStack's MQTT, from its uplink to its acknowledgement, on real servers.
 */
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.MQTT})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "amtsfluss.roles=web,triggers",
            // Other tests of this JVM look for the demo, which is registered only where nothing is.
            "amtsfluss.lorawan-triggers.demo-data=true",
            "amtsfluss.lorawan-triggers.webhook-secret=correct-horse",
            "amtsfluss.lorawan-triggers.mqtt.client-id=downlink-mqtt-tests",
            "amtsfluss.lorawan-triggers.downlink.routes.chirpstack.kind=mqtt"
        })
class DownlinkMqttTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String APPLICATION = "17c82e96-be03-4f38-aef3-f83d48582d97";
    private static final Akteur OPERATOR = new Akteur("sina.mustermann", "Sina Mustermann", Set.of(Sensorik.GRUPPE));
    private static final Akteur STRANGER = new Akteur("mia.mustermann", "Mia Mustermann", Set.of("betriebshof"));

    @Autowired
    private Sensorik sensorik;

    @Autowired
    private AssetRegistry registry;

    @Autowired
    private JdbcClient jdbc;

    @Value("${amtsfluss.lorawan-triggers.mqtt.url}")
    private URI mqtt;

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void theSensorConfirmsWhatAPersonSaidOnceChirpStackListens() throws Exception {
        var gauges = new Gauges(registry, jdbc);
        var gauge = gauges.register("milesight/em500-swl");
        var devEui = gauge.devEui().value().toLowerCase(Locale.ROOT);
        var topic = "application/%s/device/%s/".formatted(APPLICATION, devEui);
        var chirpStack = Mqtt5Client.builder()
                .serverHost(mqtt.getHost())
                .serverPort(mqtt.getPort())
                .buildBlocking();
        chirpStack.connect();
        var sensor = new ChirpStackEvents(gauge.devEui(), "01a44c4c");
        await().atMost(PATIENCE).until(() -> {
            publish(chirpStack, topic + "event/up", sensor.up(1, new byte[] {3, 119, 2, 0}, Instant.now()));
            return sensorik.blatt(gauge.objekt(), OPERATOR).orElseThrow().funk() != null;
        });
        var nachricht = new Nachricht(DownlinkId.random(), gauge.objekt(), "dichtMelden", true);

        assertThat(sensorik.senden(nachricht, STRANGER)).isEmpty();
        assertThat(sensorik.downlinks(gauge.objekt(), STRANGER)).isEmpty();
        assertThat(sensorik.senden(nachricht, OPERATOR)).isPresent();
        assertThat(sensorik.senden(nachricht, OPERATOR)).isPresent();
        var waiting = await().atMost(PATIENCE)
                .until(() -> downlink(gauge.objekt()), one -> one.verlauf().grund() != null);
        assertThat(waiting.verlauf().zustand()).isEqualTo(Zustand.ANGENOMMEN);
        assertThat(waiting.verlauf().grund()).contains("nobody does");

        BlockingQueue<Mqtt5Publish> heard = new LinkedBlockingQueue<>();
        chirpStack.toAsync().publishes(MqttGlobalPublishFilter.ALL, heard::add);
        chirpStack
                .subscribeWith()
                .topicFilter("application/+/device/+/command/down")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
        gauges.due(nachricht.id());
        var command = Objects.requireNonNull(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        assertThat(command.getTopic()).hasToString(topic + "command/down");
        assertCommand(json.readTree(command.getPayloadAsBytes()), nachricht.id(), devEui, waiting.bis());

        publish(chirpStack, topic + "event/ack", acknowledgement(gauge, nachricht.id()));
        var ended = await().atMost(PATIENCE)
                .until(() -> downlink(gauge.objekt()), one -> one.verlauf().ergebnis() != null);
        chirpStack.disconnect();
        assertThat(ended.verlauf().ergebnis()).isEqualTo(Ergebnis.BESTAETIGT);
        assertThat(ended.von()).isEqualTo("sina.mustermann");
        assertThat(heard).isEmpty();
        assertThat(gauges.protokoll(nachricht.id()))
                .containsExactly(
                        "sina.mustermann ANGELEGT downlink",
                        "downlink GEAENDERT uebergeben",
                        "downlink ABGESCHLOSSEN ergebnis");
        assertThat(gauges.messages(nachricht.id())).as("no process waits").isEmpty();
    }

    private static void assertCommand(JsonNode command, DownlinkId id, String devEui, Instant bis) {
        assertThat(command.path("id").stringValue()).isEqualTo(id.toString());
        assertThat(command.path("devEui").stringValue()).isEqualTo(devEui);
        assertThat(command.path("confirmed").booleanValue()).isTrue();
        assertThat(command.path("fPort").intValue()).isEqualTo(85);
        assertThat(command.path("data").stringValue()).isEqualTo("/wMsAQ==");
        assertThat(Instant.parse(command.path("expiresAt").stringValue())).isEqualTo(bis);
    }

    private static byte[] acknowledgement(Gauges.Gauge gauge, DownlinkId id) {
        return new String(Recorded.document("chirpstack", "ack", gauge.devEui()), StandardCharsets.UTF_8)
                .replace("1bbcab1d-6ec6-4136-b3f5-d63be1dc08de", id.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    private Downlink downlink(String objekt) {
        var sheet = sensorik.downlinks(objekt, OPERATOR).orElseThrow();
        assertThat(sheet.benannte()).containsEntry("dichtMelden", "Alle fünf Minuten melden");
        assertThat(sheet.letzte()).hasSize(1);
        return sheet.letzte().getFirst();
    }

    private static void publish(com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient client, String topic, byte[] body) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body)
                .send();
    }
}
