package de.amtsfluss.deploy.rehearsalengine;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Starts the rehearsal engine by hand or for a test run. */
final class Main {

    private static final int BAD_OPTION = 2;
    private static final int NOT_STARTED = 3;
    private static final String HELP = """
            Starts Camunda's workflow engine for process tests.

              --port N       gRPC, by default 26500; 0 for any free port
              --http-port N  HTTP, by default 8080; 0 for any free port
              --until-end-of-input
                             ends when its standard input ends, so that it does not outlive who started it
            """;

    private Main() {}

    private record Options(int grpcPort, int httpPort, boolean untilEndOfInput) {

        static Options of(Queue<String> words) {
            var options = new Options(26500, 8080, false);
            while (!words.isEmpty()) {
                var word = words.remove();
                options = switch (word) {
                    case "--port" -> new Options(port(word, words), options.httpPort, options.untilEndOfInput);
                    case "--http-port" -> new Options(options.grpcPort, port(word, words), options.untilEndOfInput);
                    case "--until-end-of-input" -> new Options(options.grpcPort, options.httpPort, true);
                    default -> throw new IllegalArgumentException("Expected an option, but found '%s'".formatted(word));
                };
            }
            return options;
        }

        private static int port(String option, Queue<String> words) {
            var word = words.poll();
            if (word == null || !word.matches("\\d{1,5}") || Integer.parseInt(word) > 65_535) {
                throw new IllegalArgumentException(
                        "Expected a port from 0 to 65535 behind %s, but found '%s'".formatted(option, word));
            }
            return Integer.parseInt(word);
        }
    }

    @SuppressWarnings("SystemOut") // what it prints is what its user or starter reads
    public static void main(String[] words) throws InterruptedException, IOException {
        Options options;
        try {
            options = Options.of(new ArrayDeque<>(List.of(words)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(HELP);
            System.exit(BAD_OPTION);
            return;
        }
        RehearsalEngine engine;
        try {
            engine = RehearsalEngine.start(options.grpcPort(), options.httpPort());
        } catch (IOException e) {
            System.err.println("Expected to listen on the ports, but " + e);
            System.exit(NOT_STARTED);
            return;
        }
        System.out.printf("ready grpc=%d http=%d%n", engine.grpcPort(), engine.httpPort());
        if (options.untilEndOfInput()) {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
            // A stuck thread of the engine must not keep the process alive.
            System.exit(0);
        }
        Thread.currentThread().join();
    }
}
