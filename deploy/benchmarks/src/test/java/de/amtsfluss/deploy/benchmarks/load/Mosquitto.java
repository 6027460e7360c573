package de.amtsfluss.deploy.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The broker that most ChirpStacks use, where it is installed; it keeps its messages in memory. */
record Mosquitto(Process process, int port) implements AutoCloseable {

    /**
     * Beyond some 65,000 the packet identifiers of what waits for one client would come twice, since Mosquitto 2.0
     * gives them when it queues.
     */
    static final int MOST_QUEUED = 60_000;

    static Mosquitto start(String program, Path folder, int port) throws IOException {
        var settings = Files.writeString(folder.resolve("mosquitto.conf"), """
                listener %d 127.0.0.1
                allow_anonymous true
                persistence false
                max_queued_messages %d
                max_inflight_messages 500
                """.formatted(port, MOST_QUEUED));
        var process = new ProcessBuilder(program, "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
        return new Mosquitto(process, port);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
