package de.amtsfluss.deploy.benchmarks.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays ChirpStack with many sensors against a running application, and prints each ten seconds how many uplinks were
 * accepted, and in the end how long orders took to become visible; where the application's meters can be read, also how
 * far decisions are behind and where the time went.
 */
public final class UplinkLoad {

    private static final int CHUNK = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Waking up costs more than sending, so what is due within this time is sent at once. */
    private static final long TOGETHER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final LoadOptions options;
    private final Properties secrets;

    /** A network server reports a device one way; two ways would overtake each other. */
    private final Fleet byMqtt;

    private final Fleet byHttp;
    private final Visible visible;
    private final Meters meters;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong orders = new AtomicLong();

    private UplinkLoad(LoadOptions options, Properties secrets) {
        this.options = options;
        this.secrets = secrets;
        var mqttDevices = (int) Math.round(options.devices() * options.mqttShare());
        var emptied = new ConcurrentHashMap<String, Long>();
        this.byMqtt = new Fleet(0, mqttDevices, options.orderEvery(), emptied);
        this.byHttp = new Fleet(mqttDevices, options.devices() - mqttDevices, options.orderEvery(), emptied);
        var crew = new Interface(options, secrets, "mia.mustermann");
        this.visible = new Visible(
                crew,
                container -> emptied.put(
                        container, System.nanoTime() + options.emptiedAfter().toNanos()));
        this.meters = new Meters(crew, options.meters());
    }

    /**
     * Plays and prints.
     *
     * @param arguments see {@link LoadOptions}
     * @throws IOException if the secrets of the local stack cannot be read
     * @throws InterruptedException if it is called off
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        play(LoadOptions.of(arguments));
    }

    static void play(LoadOptions options) throws IOException, InterruptedException {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(options.state().resolve("secrets.properties"))) {
            secrets.load(file);
        }
        new UplinkLoad(options, secrets).play();
    }

    private void play() throws InterruptedException {
        register();
        System.out.printf(
                Locale.ROOT,
                "load average %.1f on %d cores before%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        var watching = Thread.ofPlatform().start(visible);
        if (options.warmUp().isPositive()) {
            System.out.println("warming up, which does not count:");
            var before = meters.read();
            var half = options.warmUp().dividedBy(2);
            send(before, half, options.rate() / 2);
            send(before, half, options.rate());
            awaitEnd(before);
            List.of(accepted, failed, orders).forEach(count -> count.set(0));
            visible.forget();
        }
        System.out.println("what counts:");
        var before = meters.read();
        var start = System.nanoTime();
        send(before, options.duration(), options.rate());
        awaitEnd(before);
        summary(before, Duration.ofNanos(System.nanoTime() - start));
        visible.stop();
        watching.join();
    }

    private void send(Meters.Reading before, Duration duration, int rate) throws InterruptedException {
        var start = System.nanoTime();
        var end = start + duration.toNanos();
        var senders = startSenders(rate, start, end);
        report(before, start, end);
        for (var sender : senders) {
            sender.join();
        }
    }

    private void register() {
        var operator = new Interface(options, secrets, "sven.mustermann");
        for (var fleet : List.of(byMqtt, byHttp)) {
            for (var from = 0; from < fleet.devices(); from += CHUNK) {
                operator.post("/api/sensoren/einlesung", "text/csv", fleet.csv(from, from + CHUNK));
            }
        }
        System.out.printf(Locale.ROOT, "%d sensors are registered%n", options.devices());
    }

    private List<Thread> startSenders(int rate, long start, long end) {
        var threads = new ArrayList<Thread>();
        var mqtt = new Pace(start, end, rate * options.mqttShare(), new AtomicLong());
        if (mqtt.rate() >= 1) {
            // A ChirpStack publishes all by one connection.
            threads.add(start(new MqttSender(options.mqtt(), "load"), mqtt, byMqtt));
        }
        var http = new Pace(start, end, rate - mqtt.rate(), new AtomicLong());
        var secret = secrets.getProperty("lorawan.webhook");
        for (var i = 0; i < options.connections() && http.rate() >= 1; i++) {
            threads.add(start(new HttpSender(options.application(), secret), http, byHttp));
        }
        return threads;
    }

    /** When the senders that share it send, by {@link System#nanoTime()}. */
    private record Pace(long start, long end, double rate, AtomicLong turn) {

        long next() {
            return start + Math.round(turn.getAndIncrement() * 1e9 / rate);
        }
    }

    private Thread start(Sender sender, Pace pace, Fleet fleet) {
        return Thread.ofPlatform().start(() -> send(sender, pace, fleet));
    }

    private void send(Sender sender, Pace pace, Fleet fleet) {
        try (sender) {
            for (var due = pace.next(); due < pace.end(); due = pace.next()) {
                if (due > System.nanoTime()) {
                    sender.flush();
                    LockSupport.parkNanos(due + TOGETHER_NANOS - System.nanoTime());
                }
                if (System.nanoTime() > pace.end()) {
                    return;
                }
                sendNext(sender, fleet);
            }
        }
    }

    private void sendNext(Sender sender, Fleet fleet) {
        Fleet.Report report;
        synchronized (fleet) {
            report = fleet.next();
        }
        try {
            sender.send(report, at -> {
                accepted.incrementAndGet();
                if (report.full()) {
                    orders.incrementAndGet();
                    visible.await(report.container(), at);
                }
            });
        } catch (RuntimeException e) {
            if (failed.getAndIncrement() == 0) {
                System.out.println("An uplink was not accepted: " + e);
            }
        }
    }

    private void report(Meters.Reading before, long start, long end) throws InterruptedException {
        var last = 0L;
        while (System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(10);
            var now = meters.read();
            var count = accepted.get();
            System.out.printf(
                    Locale.ROOT,
                    "%4d s: %6.0f accepted/s, %d behind, heap %d MiB, %d orders not visible yet, %d failed%n",
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                    (count - last) / 10.0,
                    count - (now.decided() - before.decided()),
                    now.heapMegabytes(),
                    visible.missing(),
                    failed.get());
            last = count;
        }
    }

    private void awaitEnd(Meters.Reading before) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end
                && (visible.missing() > 0
                        || (meters.areReadable() && meters.read().decided() - before.decided() < accepted.get()))) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void summary(Meters.Reading before, Duration took) {
        var after = meters.read();
        var times = visible.sorted();
        System.out.printf(
                Locale.ROOT,
                "accepted %d, decided %d, failed %d in %d s: %.0f/s to the last decision%n",
                accepted.get(),
                after.decided() - before.decided(),
                failed.get(),
                took.toSeconds(),
                accepted.get() / (double) Math.max(1, took.toSeconds()));
        System.out.printf(Locale.ROOT, "orders asked for %d, visible %d%n", orders.get(), times.size());
        if (!times.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "accepted -> visible: median %d ms, p99 %d ms, longest %d ms%n",
                    times.get(times.size() / 2),
                    times.get(Math.min(times.size() - 1, times.size() * 99 / 100)),
                    times.getLast());
        }
        if (!meters.areReadable()) {
            return;
        }
        System.out.println("where the time of the processing went:");
        after.stagesSince(before).forEach(stage -> System.out.println("  " + stage));
    }
}
