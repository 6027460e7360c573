package de.amtsfluss.deploy.benchmarks;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Plays a day of the demo containers in minutes: they fill, their sensors report over MQTT as ChirpStack would, and an
 * imaginary crew empties what has become full, so that orders come and go.
 */
public final class DemoDay {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(30);

    private final Mqtt5BlockingClient broker;
    private final List<DemoContainer> containers;
    private final double speed;
    private int sent;
    private int emptied;

    private DemoDay(Mqtt5BlockingClient broker, List<DemoContainer> containers, Duration length) {
        this.broker = broker;
        this.containers = containers;
        this.speed = (double) DAY.toMillis() / length.toMillis();
    }

    /**
     * Plays the day.
     *
     * @param arguments {@code --mqtt-url mqtt://127.0.0.1:1883 --minutes 6 --containers <containers.csv>}; each may be
     *     left out
     */
    public static void main(String[] arguments) {
        try {
            run(DemoDayOptions.parse(arguments));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(DemoDayOptions options) throws IOException, InterruptedException {
        var file = options.containers();
        var containers = file == null ? DemoContainer.fromClassPath(new Random()) : read(file);
        var broker = connect(options.mqttUrl());
        try {
            say("A day of %d containers in %s minutes, over %s"
                    .formatted(containers.size(), options.minutes(), options.mqttUrl()));
            new DemoDay(broker, containers, Duration.ofMillis(Math.round(options.minutes() * 60_000))).play();
        } finally {
            broker.disconnect();
        }
    }

    private static List<DemoContainer> read(Path file) throws IOException {
        return DemoContainer.fromFile(file, new Random());
    }

    private static Mqtt5BlockingClient connect(URI url) {
        var client = Mqtt5Client.builder()
                .identifier("amtsfluss-demo-day")
                .serverHost(url.getHost())
                .serverPort(url.getPort() > 0 ? url.getPort() : 1883)
                .transportConfig()
                .mqttConnectTimeout(5, TimeUnit.SECONDS)
                .applyTransportConfig()
                .automaticReconnectWithDefaultConfig()
                .build();
        try {
            client.toAsync().connect().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalArgumentException(
                    "Expected an MQTT broker at %s, but nobody answers there; start it with deploy/run".formatted(url),
                    e);
        }
        return client.toBlocking();
    }

    private void play() throws InterruptedException {
        var began = Instant.now();
        var turns = new PriorityQueue<Turn>(Comparator.comparing(Turn::at));
        for (var i = 0; i < containers.size(); i++) {
            // Spread over the interval, as sensors that were switched on one after the other.
            turns.add(new Turn(BETWEEN_READINGS.multipliedBy(i).dividedBy(containers.size()), containers.get(i)));
        }
        while (!turns.isEmpty()) {
            var turn = turns.remove();
            awaitReal(began, turn.at());
            report(turn);
            var next = turn.at().plus(BETWEEN_READINGS);
            if (next.compareTo(DAY) < 0) {
                turns.add(new Turn(next, turn.container()));
            }
        }
        say("The day is over: %d uplinks sent, %d containers emptied".formatted(sent, emptied));
    }

    private void awaitReal(Instant began, Duration simulated) throws InterruptedException {
        var due = began.plusMillis(Math.round(simulated.toMillis() / speed));
        var pause = Duration.between(Instant.now(), due);
        if (pause.isPositive()) {
            Thread.sleep(pause);
        }
    }

    private void report(Turn turn) {
        var container = turn.container();
        var happened = container.advance(turn.at());
        var up = container.report(Instant.now());
        broker.publishWith()
                .topic(up.topic())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(up.json())
                .send();
        sent++;
        switch (happened) {
            case FILLING -> {}
            case BECAME_FULL -> tell(turn, "full with %.0f %%: its order waits for the crew");
            case EMPTIED -> {
                emptied++;
                tell(turn, "emptied, now %.0f %%: its order closes by itself");
            }
        }
    }

    private static void tell(Turn turn, String what) {
        var container = turn.container();
        say("%s  %s  %-45s %s"
                .formatted(
                        TIME.format(LocalTime.MIDNIGHT.plus(turn.at())),
                        container.id(),
                        container.ort() + " (" + container.fraktion() + ")",
                        what.formatted(container.prozent())));
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }

    /** The next report of a container. */
    private record Turn(Duration at, DemoContainer container) {}
}
