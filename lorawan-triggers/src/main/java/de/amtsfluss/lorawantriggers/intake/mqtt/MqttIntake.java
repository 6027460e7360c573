package de.amtsfluss.lorawantriggers.intake.mqtt;

import de.amtsfluss.lorawantriggers.intake.Intake;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Connection;
import de.amtsfluss.lorawantriggers.networkserver.ChirpStack;
import de.amtsfluss.lorawantriggers.networkserver.NetworkServer;
import de.amtsfluss.lorawantriggers.networkserver.TheThingsStack;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Receives what network servers publish, over as many connections as are set. A broker gets its acknowledgement only
 * after Kafka has the message, and sends what it did not get one for again.
 */
@Component
@ConditionalOnRole(Role.TRIGGERS)
class MqttIntake implements MqttPublisher, SmartLifecycle, DisposableBean {

    private static final String PREFIX = "amtsfluss.lorawan-triggers.";
    private static final String CLIENT_ID = "amtsfluss-lorawan-triggers-1";

    private final ChirpStack chirpStack;
    private final TheThingsStack theThingsStack;
    private final SslBundles bundles;
    private final Intake intake;
    private final Map<String, MqttConnection> connections = new LinkedHashMap<>();
    private volatile boolean running;

    MqttIntake(
            MqttProperties properties,
            ChirpStack chirpStack,
            TheThingsStack theThingsStack,
            SslBundles bundles,
            Intake intake) {
        this.chirpStack = chirpStack;
        this.theThingsStack = theThingsStack;
        this.bundles = bundles;
        this.intake = intake;
        if (properties.mqtt().url() != null) {
            add(FIRST, "mqtt", CLIENT_ID, properties.mqtt());
        }
        properties
                .mqttConnections()
                .forEach((name, settings) -> add(name, "mqtt-connections." + name, CLIENT_ID + "-" + name, settings));
    }

    private void add(String name, String key, String defaultClientId, Connection settings) {
        var prefix = PREFIX + key;
        var clientId = settings.clientId();
        var server = server(settings);
        connections.put(
                name,
                new MqttConnection(
                        prefix,
                        clientId == null ? defaultClientId : clientId,
                        settings,
                        new MqttTls(prefix, settings.tls(), bundles),
                        delivery -> intake.accept(
                                server, delivery.event(), delivery.body(), "application/json", delivery.topic())));
    }

    private NetworkServer server(Connection settings) {
        return switch (settings.networkServer()) {
            case CHIRPSTACK -> chirpStack;
            case THE_THINGS_STACK -> theThingsStack;
        };
    }

    @Override
    public boolean knows(String connection) {
        return connections.containsKey(connection);
    }

    @Override
    public CompletableFuture<?> publish(String connection, String topic, byte[] body) {
        var known = connections.get(connection);
        return known == null
                ? CompletableFuture.failedFuture(new IllegalArgumentException(
                        "Expected an MQTT connection '%s', but there is none".formatted(connection)))
                : known.publish(topic, body);
    }

    @Override
    public void start() {
        running = true;
        connections.values().forEach(MqttConnection::open);
    }

    @Override
    public void stop() {
        running = false;
        connections.values().forEach(MqttConnection::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void destroy() {
        connections.values().forEach(MqttConnection::end);
    }
}
