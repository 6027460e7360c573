package de.amtsfluss.lorawantriggers.intake;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import de.amtsfluss.lorawantriggers.intake.IntakeProperties.Mqtt;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Receives ChirpStack's events by MQTT 5. The broker gets its acknowledgement only after Kafka has the event, and sends
 * what it did not get one for again.
 */
@Component
@ConditionalOnRole(Role.TRIGGERS)
@ConditionalOnProperty("amtsfluss.lorawan-triggers.mqtt.url")
class MqttIntake implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MqttIntake.class);
    private static final long RETRY_SECONDS = 1;
    private static final long RESUBSCRIBE_SECONDS = 10;

    private final Mqtt settings;
    private final URI url;
    private final int maxBytes;
    private final Intake intake;
    private final Mqtt5AsyncClient client;
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mqtt-intake").factory());
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean kafkaAway = new AtomicBoolean();
    private volatile boolean running;

    MqttIntake(IntakeProperties properties, Intake intake) {
        this.settings = properties.mqtt();
        this.url = checked(properties.mqtt().url());
        this.maxBytes = Math.toIntExact(properties.maxSize().toBytes());
        this.intake = intake;
        this.client = client();
    }

    private static URI checked(@Nullable URI url) {
        if (url == null
                || url.getHost() == null
                || !("mqtt".equals(url.getScheme()) || "mqtts".equals(url.getScheme()))) {
            throw new IllegalStateException(
                    "Expected amtsfluss.lorawan-triggers.mqtt.url like mqtt://host:1883 or mqtts://host:8883, but"
                            + " found '%s'".formatted(url));
        }
        return url;
    }

    private Mqtt5AsyncClient client() {
        var secure = "mqtts".equals(url.getScheme());
        var port = url.getPort() > 0 ? url.getPort() : secure ? 8883 : 1883;
        var builder = Mqtt5Client.builder()
                .identifier(settings.clientId())
                .serverHost(url.getHost())
                .serverPort(port)
                .automaticReconnect()
                .initialDelay(500, TimeUnit.MILLISECONDS)
                .maxDelay(10, TimeUnit.SECONDS)
                .applyAutomaticReconnect()
                .addConnectedListener(context -> connected())
                .addDisconnectedListener(this::disconnected);
        if (secure) {
            builder = builder.sslWithDefaultConfig();
        }
        var username = settings.username();
        var password = settings.password();
        if (username != null && password != null) {
            builder = builder.simpleAuth()
                    .username(username)
                    .password(password.getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        return builder.buildAsync();
    }

    @Override
    public void start() {
        running = true;
        // First the receiver, then the connection: the broker may have kept messages for us.
        client.publishes(MqttGlobalPublishFilter.ALL, this::receive, work, true);
        subscribe();
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(settings.sessionExpiry().toSeconds())
                .restrictions()
                .receiveMaximum(settings.unacknowledged())
                .applyRestrictions()
                .send()
                .exceptionally(failure -> {
                    if (running) {
                        LOG.error("Expected to connect to the MQTT broker {}, but gave up", url, failure);
                    }
                    return null;
                });
    }

    private void subscribe() {
        var unused = client.subscribeWith()
                .topicFilter(settings.topicFilter())
                .qos(MqttQos.AT_LEAST_ONCE)
                .retainHandling(Mqtt5RetainHandling.DO_NOT_SEND)
                .send()
                .whenComplete((acknowledged, failure) -> {
                    if (failure != null && running) {
                        LOG.warn(
                                "Expected to subscribe to {}, but: {}; next attempt in {} s",
                                settings.topicFilter(),
                                failure.toString(),
                                RESUBSCRIBE_SECONDS);
                        later(this::subscribe, RESUBSCRIBE_SECONDS);
                    }
                });
    }

    private void receive(Mqtt5Publish publish) {
        var topic = publish.getTopic().toString();
        var body = publish.getPayloadAsBytes();
        var kept = body.length > maxBytes
                ? intake.refuseTooLarge(body, maxBytes, topic)
                : intake.accept(body, "application/json", topic);
        var unused = kept.whenComplete((done, failure) -> {
            if (failure == null) {
                publish.acknowledge();
                kafkaAnswers();
            } else {
                kafkaFails(failure);
                later(() -> receive(publish), RETRY_SECONDS);
            }
        });
    }

    private void later(Runnable task, long seconds) {
        if (running) {
            var unused = work.schedule(task, seconds, TimeUnit.SECONDS);
        }
    }

    private void kafkaFails(Throwable failure) {
        if (!kafkaAway.getAndSet(true)) {
            LOG.warn("Kafka does not take uplinks from MQTT, they stay with the broker: {}", failure.toString());
        }
    }

    private void kafkaAnswers() {
        if (kafkaAway.getAndSet(false)) {
            LOG.info("Kafka takes uplinks from MQTT again");
        }
    }

    private void connected() {
        away.set(false);
        LOG.info("Connected to the MQTT broker {} as {}", url, settings.clientId());
    }

    private void disconnected(MqttClientDisconnectedContext context) {
        if (context.getSource() != MqttDisconnectSource.USER && running && !away.getAndSet(true)) {
            LOG.warn(
                    "No connection to the MQTT broker {}, trying on: {}",
                    url,
                    context.getCause().toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        var unused = client.disconnect().exceptionally(failure -> null);
        work.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
