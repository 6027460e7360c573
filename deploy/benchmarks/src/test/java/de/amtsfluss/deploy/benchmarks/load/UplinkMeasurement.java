package de.amtsfluss.deploy.benchmarks.load;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts a stack with the application, plays many sensors against it by {@link UplinkLoad}, and stops it again. */
public final class UplinkMeasurement {

    private UplinkMeasurement() {}

    /**
     * Measures and prints.
     *
     * @param arguments options as for {@link UplinkLoad}, and {@code --mosquitto ‹program›} for another broker than
     *     that of the stack
     * @throws IOException if no port is free or the secrets of the stack cannot be read
     * @throws InterruptedException if it is stopped
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var given = new ArrayList<>(List.of(arguments));
        var named = given.indexOf("--mosquitto");
        if (named < 0) {
            measure(null, given);
            return;
        }
        given.remove(named);
        try (var mosquitto = Mosquitto.start(given.remove(named), Path.of("target"), freePort())) {
            measure(mosquitto, given);
        }
    }

    private static void measure(@Nullable Mosquitto mosquitto, List<String> given)
            throws IOException, InterruptedException {
        var management = freePort();
        var builder = LocalStack.builder()
                .state(Path.of("target", "uplink-measurement"))
                .fresh()
                .freePorts()
                .longRunning()
                .applicationProperty("management.server.port", Integer.toString(management))
                .applicationProperty("management.server.address", "127.0.0.1")
                .progress(System.out::println);
        if (mosquitto != null) {
            builder = builder.applicationProperty(
                            "amtsfluss.lorawan-triggers.mqtt.url", "mqtt://127.0.0.1:" + mosquitto.port())
                    .applicationProperty(
                            "amtsfluss.lorawan-triggers.mqtt.unacknowledged",
                            Integer.toString(mosquitto.limits().ahead()));
        }
        try (var stack = builder.build()) {
            var parts = Part.servers();
            parts.add(Part.APPLICATION);
            stack.start(parts);
            var broker = mosquitto == null ? stack.port(Port.MQTT) : mosquitto.port();
            UplinkLoad.play(LoadOptions.of(options(stack, management, broker, given)));
        }
    }

    private static String[] options(LocalStack stack, int management, int broker, List<String> given) {
        var issuer = stack.springProperties().getOrDefault("amtsfluss.forms.issuer", "");
        var options = new ArrayList<>(List.of(
                "--state", stack.state().toString(),
                "--application", "http://127.0.0.1:" + stack.port(Port.APPLICATION),
                "--issuer", issuer,
                "--mqtt", "mqtt://127.0.0.1:" + broker,
                "--meters", "http://127.0.0.1:" + management + "/actuator/prometheus"));
        options.addAll(given);
        return options.toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
