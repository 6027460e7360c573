package de.amtsfluss.deploy.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The broker that most ChirpStacks use, where it is installed; it keeps its messages in memory.
 *
 * @param process the program
 * @param port where it listens
 * @param limits what it can keep and send ahead
 */
record Mosquitto(Process process, int port, Limits limits) implements AutoCloseable {

    private static final Pattern VERSION = Pattern.compile("mosquitto version (\\d+)\\.(\\d+)");

    /**
     * What a version can do without harm.
     *
     * @param queued how many messages it keeps for a subscriber; it drops the rest without a word
     * @param ahead how many it sends ahead of the subscriber's acknowledgement
     */
    record Limits(int queued, int ahead) {

        /**
         * Was seen to send ahead all that it has kept, whatever it is told; beyond some 65,000 the packet identifiers
         * of what waits for one client come twice.
         */
        private static final Limits VERSION_2_0 = new Limits(60_000, 65_000);

        /** Keeps to what it is told. */
        private static final Limits LATER = new Limits(1_000_000, 10_000);

        static Limits of(String program) throws IOException {
            var usage =
                    new ProcessBuilder(program, "-h").redirectErrorStream(true).start();
            try (var text = usage.inputReader()) {
                var version = VERSION.matcher(String.join("\n", text.lines().toList()));
                if (!version.find()) {
                    throw new IOException(
                            "Expected %s -h to name a version of Mosquitto, but it does not".formatted(program));
                }
                return version.group(1).equals("2") && version.group(2).equals("0") ? VERSION_2_0 : LATER;
            }
        }
    }

    static Mosquitto start(String program, Path folder, int port) throws IOException {
        var limits = Limits.of(program);
        var settings = Files.writeString(folder.resolve("mosquitto.conf"), """
                listener %d 127.0.0.1
                allow_anonymous true
                persistence false
                max_queued_messages %d
                max_inflight_messages 500
                """.formatted(port, limits.queued()));
        var process = new ProcessBuilder(program, "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
        return new Mosquitto(process, port, limits);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
