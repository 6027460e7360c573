package de.amtsfluss.lorawantriggers.intake.mqtt;

import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Connection;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Server;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Tls;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Version;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

/** A connection that is closed and opened again, at a real broker of its own, since it is killed on the way. */
class MqttReopeningTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path state;

    private static LocalStack stack;

    private final String topic = "reopening/" + UUID.randomUUID();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void start() {
        stack = LocalStack.builder().state(state).freePorts().build();
        stack.start(Set.of(Part.MQTT));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @EnumSource
    void takesWhatComesAfterItWasOpenedAgainAtOnce(Version version) {
        use(version, connection -> {
            connection.close();
            connection.open();
        });
    }

    @ParameterizedTest
    @EnumSource
    void takesWhatComesAfterItWasOpenedAgainWhileTheBrokerWasAway(Version version) {
        use(version, connection -> {
            stack.part(Part.MQTT).kill();
            connection.close();
            connection.open();
            stack.part(Part.MQTT).restart();
        });
    }

    private void use(Version version, Consumer<MqttConnection> reopen) {
        var connection = connection(version);
        try {
            connection.open();
            awaitTaken("before");
            reopen.accept(connection);
            awaitTaken("after");
        } finally {
            connection.close();
            connection.end();
        }
    }

    private MqttConnection connection(Version version) {
        var none = new Tls(null, null, null, null, null);
        var settings = new Connection(
                broker(), Server.CHIRPSTACK, version, null, null, null, topic, Duration.ofMinutes(5), 10, none);
        return new MqttConnection(
                "test", topic, settings, new MqttTls("test", none, new DefaultSslBundleRegistry()), delivery -> {
                    taken.add(new String(delivery.body(), StandardCharsets.UTF_8));
                    return CompletableFuture.completedFuture(delivery);
                });
    }

    private URI broker() {
        return URI.create("mqtt://127.0.0.1:" + stack.port(Port.MQTT));
    }

    /** Says it until it is heard, since nobody may have subscribed yet. */
    private void awaitTaken(String word) {
        var client = Mqtt5Client.builder()
                .serverHost(broker().getHost())
                .serverPort(broker().getPort())
                .buildBlocking();
        client.connect();
        await().atMost(PATIENCE).until(() -> {
            client.publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(word.getBytes(StandardCharsets.UTF_8))
                    .send();
            return taken.contains(word);
        });
        client.disconnect();
    }
}
