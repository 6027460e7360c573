package de.amtsfluss.deploy.localstack;

import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the day of sensors that {@code deploy/benchmarks} plays, as a process of its own that ends with this one. */
final class DemoPlayer {

    private static final Path LIBRARY = Path.of("deploy", "benchmarks", "target");

    private DemoPlayer() {}

    static void start(LocalStack stack) {
        try {
            Process player = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx48m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            LIBRARY.resolve("classes") + File.pathSeparator + LIBRARY.resolve("lib") + "/*",
                            "de.amtsfluss.deploy.benchmarks.DemoDay",
                            "--mqtt-url",
                            "mqtt://127.0.0.1:" + stack.port(Port.MQTT))
                    .inheritIO()
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(player::destroy, "stop-demo"));
        } catch (IOException failure) {
            throw new LocalStackException(
                    Reason.PART_MISSING,
                    "Expected to play the demo day from %s (%s), but failed: %s"
                            .formatted(LIBRARY, Files.exists(LIBRARY) ? "built" : "not built", failure),
                    failure);
        }
    }
}
