package de.amtsfluss.deploy.flowablecomparison;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.utils.AppInfoParser;
import org.flowable.engine.ProcessEngine;
import org.springframework.core.SpringVersion;

/**
 * Fills a topic with events, lets Flowable take them with one number of consumers after another, and prints how many a
 * second it took; the best counts.
 */
public final class FlowableThroughput {

    private FlowableThroughput() {}

    /**
     * Measures and prints, on the Kafka and PostgreSQL of {@code SPRING_KAFKA_BOOTSTRAP_SERVERS} and
     * {@code SPRING_DATASOURCE_URL}, {@code …_USERNAME} and {@code …_PASSWORD}, or on servers that it starts itself.
     *
     * @param arguments see {@link MeasurementOptions}
     * @throws InterruptedException if it is called off
     * @throws ExecutionException if Kafka refuses the topic
     */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        var options = MeasurementOptions.of(arguments);
        var named = Servers.named(System.getenv());
        if (named.isPresent()) {
            measure(named.get(), options);
            return;
        }
        var stack = LocalStack.builder()
                .state(Path.of("target", "flowable-throughput"))
                .fresh()
                .freePorts()
                .progress(System.out::println)
                .build();
        try (stack) {
            stack.start(Set.of(Part.KAFKA, Part.POSTGRESQL));
            measure(Servers.of(stack.springProperties()), options);
        }
    }

    private static void measure(Servers servers, MeasurementOptions options)
            throws InterruptedException, ExecutionException {
        versions();
        System.out.println(options);
        var name = "flowable_" + System.currentTimeMillis();
        try (var topic = new Topic(servers, name)) {
            topic.fill(options);
        }
        for (var unique : options.unique()) {
            var best = 0.0;
            for (var concurrency : options.concurrency()) {
                load();
                var channel = new Channel(name, "%s_%s_%d".formatted(name, unique, concurrency), concurrency, unique);
                best = Math.max(best, Measurement.eventsPerSecond(servers, channel, options));
            }
            load();
            System.out.printf(
                    Locale.ROOT, "flowable events/s%s: %.0f%n", unique ? ", one open order for a container" : "", best);
        }
    }

    private static void versions() {
        System.out.printf(
                Locale.ROOT,
                "Flowable %s, Spring %s, Kafka's client %s, JDK %s, heap of %d MB%n",
                ProcessEngine.VERSION,
                SpringVersion.getVersion(),
                AppInfoParser.getVersion(),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void load() {
        System.out.printf(
                Locale.ROOT,
                "load average %.1f on %d cores%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }
}
