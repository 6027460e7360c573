package de.amtsfluss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many half full containers that go on reporting while others fill up; counts what the broker has taken. */
final class OtherSensors implements AutoCloseable {

    static final int COUNT = 100;

    private static final long INTERVAL_MS = 10;

    private final JdbcClient jdbc;
    private final IntFunction<String> devEui;
    private final int distanceMm;
    private final List<Sensor> sensors;
    private final Mqtt5AsyncClient broker;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();

    /** Connects; {@code devEui} names each of {@link #COUNT} registered sensors. */
    OtherSensors(JdbcClient jdbc, int mqttPort, IntFunction<String> devEui, int distanceMm) {
        this.jdbc = jdbc;
        this.devEui = devEui;
        this.distanceMm = distanceMm;
        this.sensors = IntStream.range(0, COUNT)
                .mapToObj(number -> new Sensor(devEui.apply(number)))
                .toList();
        this.broker = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(mqttPort)
                .buildAsync();
        broker.connect().join();
    }

    /** Begins to report, a hundred times a second. */
    void begin() {
        var unused = clock.scheduleAtFixedRate(this::report, 0, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    private void report() {
        var sensor = sensors.get(next.getAndIncrement() % COUNT);
        var unused = broker.publishWith()
                .topic(sensor.topic())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(sensor.uplink(distanceMm).getBytes(StandardCharsets.UTF_8))
                .send()
                .thenRun(taken::incrementAndGet);
    }

    /** Ends, and waits until each report that the broker has taken was processed; none twice. */
    void assertAllArrive(Duration patience) {
        stop();
        await().atMost(patience).until(taken::get, count -> count == next.get());
        await().atMost(patience).until(this::processed, count -> count >= taken.get());
        assertThat(processed()).isEqualTo(taken.get()).isPositive();
    }

    private int processed() {
        return jdbc.sql("select coalesce(sum(received), 0) from lorawan_triggers.twin where dev_eui = any(:devEuis)")
                .param("devEuis", IntStream.range(0, COUNT).mapToObj(devEui).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private void stop() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Expected the last report to be sent, but it was not");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to wait for the last report, but was interrupted", e);
        }
    }

    @Override
    public void close() {
        stop();
        if (broker.getState().isConnected()) {
            broker.disconnect().join();
        }
    }
}
