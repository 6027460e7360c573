package de.amtsfluss.deploy.benchmarks.akten;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts PostgreSQL and the eAkte on it, without engine and Kafka, and lets filing and searching be measured. */
public final class AktenMeasurement {

    private static final int DOCUMENTS = 1_000_000;

    private AktenMeasurement() {}

    /**
     * Measures and prints.
     *
     * @param arguments how many documents to search in, one million if nothing is said
     * @throws InterruptedException if it is stopped
     */
    public static void main(String[] arguments) throws InterruptedException {
        var documents = arguments.length == 0 ? DOCUMENTS : Integer.parseInt(arguments[0]);
        var stack = LocalStack.builder()
                .state(Path.of("target", "akten-measurement"))
                .fresh()
                .freePorts()
                .progress(System.out::println)
                .build();
        try (stack) {
            stack.start(Set.of(Part.POSTGRESQL));
            stack.springProperties().forEach(System::setProperty);
            try (var application = application()) {
                load();
                FilingThroughput.measure(application);
                SearchLatency.measure(application, new ManyDocuments(application.getBean(JdbcClient.class), documents));
                load();
            }
        }
    }

    private static ConfigurableApplicationContext application() {
        return new SpringApplicationBuilder(Eakte.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of("amtsfluss.roles", "web", "logging.level.root", "WARN"))
                .run();
    }

    private static void load() {
        System.out.printf(
                "load average %.1f on %d cores%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    /** The two modules that the eAkte needs. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"de.amtsfluss.processes", "de.amtsfluss.decisiontables"})
    static class Eakte {}
}
