package de.amtsfluss.lorawantriggers.intake.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Connection;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Server;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Version;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to a broker, kept up while it is open; it may be opened again after it was closed. */
final class MqttConnection {

    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);
    private static final long RECONNECT_SECONDS = 1;
    private static final long RESUBSCRIBE_SECONDS = 10;

    private final Connection settings;
    private final String address;
    private final String clientId;
    private final String topicFilter;
    private final Broker broker;
    private final ScheduledExecutorService work;
    private final Deliveries deliveries;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean open;
    private volatile CompletableFuture<?> left = CompletableFuture.completedFuture(null);

    /**
     * Prepares a connection.
     *
     * @param prefix what the names of its settings begin with, for the messages
     * @param clientId what it is called at the broker
     * @param receiver takes what is published; its future fails if it cannot
     * @throws IllegalStateException if a setting cannot be used
     */
    MqttConnection(
            String prefix,
            String clientId,
            Connection settings,
            MqttTls tls,
            Function<Delivery, CompletableFuture<?>> receiver) {
        this.settings = settings;
        this.clientId = clientId;
        this.topicFilter = topicFilter(settings);
        var url = checked(prefix, settings.url());
        var secure = "mqtts".equals(url.getScheme());
        if (!secure && tls.isSet()) {
            throw new IllegalStateException(
                    "Expected %1$s.url to begin with mqtts, since %1$s.tls is set, but it does not".formatted(prefix));
        }
        var port = url.getPort() > 0 ? url.getPort() : secure ? 8883 : 1883;
        this.address = url.getHost() + ":" + port;
        var client = client(url.getHost(), port);
        this.broker = broker(secure ? client.sslConfig(tls.configuration()) : client);
        this.work = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(clientId).factory());
        this.deliveries = new Deliveries(work, receiver);
        broker.receive(deliveries::add, work);
    }

    private static URI checked(String prefix, @Nullable URI url) {
        if (url == null
                || url.getHost() == null
                || url.getUserInfo() != null
                || !("mqtt".equals(url.getScheme()) || "mqtts".equals(url.getScheme()))) {
            throw new IllegalStateException(
                    "Expected %s.url like mqtt://host:1883 or mqtts://host:8883, user and password beside it, but found %s"
                            .formatted(prefix, url == null || url.getUserInfo() != null ? "another" : "'" + url + "'"));
        }
        return url;
    }

    private static String topicFilter(Connection settings) {
        var chosen = settings.topicFilter();
        if (chosen != null) {
            return chosen;
        }
        return settings.networkServer() == Server.THE_THINGS_STACK
                ? "v3/+/devices/#"
                : Broker.SHARED + "amtsfluss/application/+/device/+/event/+";
    }

    private MqttClientBuilder client(String host, int port) {
        return MqttClient.builder()
                .identifier(clientId)
                .serverHost(host)
                .serverPort(port)
                .automaticReconnect()
                .initialDelay(500, TimeUnit.MILLISECONDS)
                .maxDelay(10, TimeUnit.SECONDS)
                .applyAutomaticReconnect()
                .addConnectedListener(context -> connected())
                .addDisconnectedListener(this::disconnected);
    }

    private Broker broker(MqttClientBuilder client) {
        var version = settings.version();
        if (version == null) {
            version = settings.networkServer() == Server.THE_THINGS_STACK ? Version.V3_1_1 : Version.V5;
        }
        return switch (version) {
            case V3_1_1 -> broker3(client.useMqttVersion3());
            case V5 -> broker5(client.useMqttVersion5());
        };
    }

    private Broker broker3(Mqtt3ClientBuilder client) {
        var username = settings.username();
        var password = settings.password();
        var builder = username == null || password == null
                ? client
                : client.simpleAuth(Mqtt3SimpleAuth.builder()
                        .username(username)
                        .password(password.getBytes(StandardCharsets.UTF_8))
                        .build());
        return new Broker3(builder.buildAsync());
    }

    private Broker broker5(Mqtt5ClientBuilder client) {
        var username = settings.username();
        var password = settings.password();
        var builder = username == null || password == null
                ? client
                : client.simpleAuth(Mqtt5SimpleAuth.builder()
                        .username(username)
                        .password(password.getBytes(StandardCharsets.UTF_8))
                        .build());
        return new Broker5(builder.buildAsync(), settings);
    }

    void open() {
        open = true;
        var unused = left.whenComplete((done, failure) -> connect());
    }

    /** The client refuses while it is on its way to the broker by itself, from before it was closed. */
    private void connect() {
        if (!open) {
            return;
        }
        var unused = broker.connect().whenComplete((done, failure) -> {
            if (failure == null || broker.isConnected()) {
                subscribe();
            } else if (open) {
                LOG.debug("Expected to connect to the MQTT broker {}, trying on: {}", address, failure.toString());
                connectLater();
            }
        });
    }

    private void connectLater() {
        var unused = work.schedule(this::connect, RECONNECT_SECONDS, TimeUnit.SECONDS);
    }

    private void subscribe() {
        var unused = broker.subscribe(topicFilter).whenComplete((taken, failure) -> {
            if (failure == null && !taken.equals(topicFilter)) {
                LOG.warn("The MQTT broker {} cannot share {} out, so each copy receives everything", address, taken);
            } else if (failure != null && open) {
                LOG.warn(
                        "Expected to subscribe to {}, but: {}; next attempt in {} s",
                        topicFilter,
                        failure.toString(),
                        RESUBSCRIBE_SECONDS);
                subscribeLater();
            }
        });
    }

    private void subscribeLater() {
        var unused = work.schedule(this::subscribe, RESUBSCRIBE_SECONDS, TimeUnit.SECONDS);
    }

    private void connected() {
        away.set(false);
        if (!open) {
            var unused = broker.disconnect();
            return;
        }
        LOG.info("Connected to the MQTT broker {} as {}", address, clientId);
    }

    private void disconnected(MqttClientDisconnectedContext context) {
        if (!open) {
            context.getReconnector().reconnect(false);
        } else if (context.getSource() != MqttDisconnectSource.USER && !away.getAndSet(true)) {
            LOG.warn(
                    "No connection to the MQTT broker {}, trying on: {}",
                    address,
                    context.getCause().toString());
        }
    }

    /** Publishes; see {@link Broker#publish}. */
    CompletableFuture<?> publish(String topic, byte[] body) {
        return broker.publish(topic, body);
    }

    void close() {
        open = false;
        left = broker.disconnect();
    }

    /** Gives back its thread; it cannot be opened any more. */
    void end() {
        work.shutdown();
    }
}
