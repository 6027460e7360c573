package de.amtsfluss.deploy.rehearsal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The rehearsal engine as a process of its own; it ends with this JVM, however that ends. */
final class EngineProcess implements AutoCloseable {

    /** Names the folder with the engine's jars under {@code lib}. */
    static final String FOLDER = "amtsfluss.rehearsal-engine";

    private static final Pattern READY = Pattern.compile("ready grpc=(\\d+) http=(\\d+)");
    private static final long PATIENCE_SECONDS = 5;

    private final Process process;
    private final int grpcPort;
    private final int httpPort;

    private EngineProcess(Process process, int grpcPort, int httpPort) {
        this.process = process;
        this.grpcPort = grpcPort;
        this.httpPort = httpPort;
    }

    /** The one of this JVM, started when first asked for; it ends when its input does, that is with this JVM. */
    static EngineProcess shared() {
        return Shared.ENGINE;
    }

    private static final class Shared {
        static final EngineProcess ENGINE = start();
    }

    /**
     * Starts the engine and waits until it is ready.
     *
     * @throws IllegalStateException if it is not built or does not start
     */
    static EngineProcess start() {
        var named = System.getProperty(FOLDER);
        return start(Path.of(named == null ? "../deploy/rehearsal-engine/target/engine" : named));
    }

    static EngineProcess start(Path folder) {
        check(folder);
        try {
            var process = new ProcessBuilder(command(folder))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return ready(process);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to start the rehearsal engine, but failed", e);
        }
    }

    private static void check(Path folder) {
        if (!Files.isDirectory(folder.resolve("lib"))) {
            throw new IllegalStateException(
                    "Expected the rehearsal engine's jars in %s, but they are not there; build the module deploy/rehearsal-engine, or name the folder by -D%s"
                            .formatted(folder.resolve("lib").toAbsolutePath().normalize(), FOLDER));
        }
    }

    private static List<String> command(Path folder) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                // Short tests gain more from a quick start than from the fastest code.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"));
        if (Runtime.version().feature() >= 24) {
            // The libraries below the engine still use it; later versions say so on every start.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of(
                "-cp",
                folder.resolve("lib") + "/*",
                "de.amtsfluss.deploy.rehearsalengine.Main",
                "--port",
                "0",
                "--http-port",
                "0",
                "--until-end-of-input"));
        return command;
    }

    private static EngineProcess ready(Process process) throws IOException {
        var output = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var said = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var ready = READY.matcher(line);
            if (ready.matches()) {
                return new EngineProcess(process, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)));
            }
            said.add(line);
        }
        throw new IllegalStateException(
                "Expected the rehearsal engine to be ready, but it ended and said: " + String.join("; ", said));
    }

    URI grpc() {
        return URI.create("http://127.0.0.1:" + grpcPort);
    }

    URI http() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    long pid() {
        return process.pid();
    }

    /** The end of its input ends the engine; one that does not end so is killed. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
