package de.amtsfluss.deploy.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Starts the stack and the application and stays until Ctrl-C or until a part dies; {@code deploy/run} calls it. */
public final class Run {

    private Run() {}

    /**
     * Starts what the options ask for.
     *
     * @param args as in {@code deploy/run --help}
     */
    public static void main(String[] args) {
        System.exit(exitCode(List.of(args)));
    }

    private static int exitCode(List<String> args) {
        try {
            RunOptions options = RunOptions.parse(args, Path.of(System.getProperty("amtsfluss.state", ".amtsfluss")));
            if (options.help()) {
                System.out.print(RunTexts.help());
                return 0;
            }
            return run(options);
        } catch (LocalStackException explained) {
            System.err.println();
            System.err.println(explained.getMessage());
            return explained.reason().exitCode();
        }
    }

    private static int run(RunOptions options) {
        CompletableFuture<LocalStackException> death = new CompletableFuture<>();
        LocalStackBuilder choices = LocalStack.builder()
                .state(options.state())
                .progress(System.out::println)
                .onDeath(death::complete);
        options.ports().forEach(choices::port);
        options.properties().forEach(choices::applicationProperty);
        if (options.fresh()) {
            choices.fresh();
        }
        if (options.longRunning()) {
            choices.longRunning();
        }
        if (options.ignoreMemory()) {
            choices.ignoreMemory();
        }
        if (options.withElasticsearch()) {
            choices.withElasticsearch();
        }
        try (LocalStack stack = choices.build()) {
            stack.start(wanted(options));
            System.out.print(RunTexts.ready(stack, sinceStart()));
            if (options.demo()) {
                DemoPlayer.start(stack);
            }
            throw death.join();
        }
    }

    private static Set<Part> wanted(RunOptions options) {
        Set<Part> parts = Part.servers();
        if (options.withElasticsearch()) {
            parts.add(Part.ELASTICSEARCH);
        }
        if (!options.stackOnly()) {
            parts.add(Part.APPLICATION);
        }
        return parts;
    }

    /** Counted from the moment at which the script was called, where it says so. */
    private static Duration sinceStart() {
        Instant now = Instant.now();
        Instant began = ProcessHandle.current().info().startInstant().orElse(now);
        String script = System.getenv("AMTSFLUSS_RUN_STARTED");
        return Duration.between(script == null ? began : Instant.ofEpochMilli(Long.parseLong(script)), now);
    }
}
