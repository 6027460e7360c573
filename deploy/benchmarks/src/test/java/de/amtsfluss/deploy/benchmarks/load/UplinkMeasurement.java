package de.amtsfluss.deploy.benchmarks.load;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a stack with the application, plays many sensors against it by {@link UplinkLoad}, and stops it again. */
public final class UplinkMeasurement {

    private UplinkMeasurement() {}

    /**
     * Measures and prints.
     *
     * @param arguments options as for {@link UplinkLoad}
     * @throws IOException if no port is free or the secrets of the stack cannot be read
     * @throws InterruptedException if it is stopped
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var management = freePort();
        var stack = LocalStack.builder()
                .state(Path.of("target", "uplink-measurement"))
                .fresh()
                .freePorts()
                .longRunning()
                .applicationProperty("management.server.port", Integer.toString(management))
                .applicationProperty("management.server.address", "127.0.0.1")
                .progress(System.out::println)
                .build();
        try (stack) {
            var parts = Part.servers();
            parts.add(Part.APPLICATION);
            stack.start(parts);
            UplinkLoad.play(LoadOptions.of(options(stack, management, arguments)));
        }
    }

    private static String[] options(LocalStack stack, int management, String[] arguments) {
        var issuer = stack.springProperties().getOrDefault("amtsfluss.forms.issuer", "");
        var options = new ArrayList<>(List.of(
                "--state", stack.state().toString(),
                "--application", "http://127.0.0.1:" + stack.port(Port.APPLICATION),
                "--issuer", issuer,
                "--mqtt", "mqtt://127.0.0.1:" + stack.port(Port.MQTT),
                "--meters", "http://127.0.0.1:" + management + "/actuator/prometheus"));
        options.addAll(List.of(arguments));
        return options.toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
