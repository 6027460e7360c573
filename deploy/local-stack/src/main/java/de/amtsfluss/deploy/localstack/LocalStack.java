package de.amtsfluss.deploy.localstack;

import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import de.amtsfluss.deploy.localstack.server.Server;
import de.amtsfluss.deploy.localstack.server.Servers;
import de.amtsfluss.deploy.localstack.server.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * The real servers, as child processes on 127.0.0.1 with their data in one folder.
 *
 * <p>Nothing runs before {@link #start(Set)}. Parts that do not wait for each other start side by side. Closing stops
 * them in reverse order; so does the end of this JVM, unless it is killed, and then the next start on the same folder
 * cleans up.
 */
public final class LocalStack implements AutoCloseable {

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("local-stack").start(task);

    private final Site site;
    private final Servers servers;
    private final LocalStackBuilder choices;
    private final Map<Part, RunningPart> parts = new EnumMap<>(Part.class);
    private final Thread shutdownHook = new Thread(this::stopAtEnd, "stop-local-stack");

    private volatile boolean closing;

    private LocalStack(Site site, LocalStackBuilder choices) {
        this.site = site;
        this.servers = new Servers(site, choices.properties, choices.servers);
        this.choices = choices;
    }

    /** A stack whose folder is clean, and which is stopped with this JVM. */
    static LocalStack prepared(Site site, LocalStackBuilder choices) {
        LocalStack stack = new LocalStack(site, choices);
        stack.clean();
        Runtime.getRuntime().addShutdownHook(stack.shutdownHook);
        return stack;
    }

    /**
     * Begins to describe a stack.
     *
     * @return with the usual ports and the state in {@code .amtsfluss} in the working folder
     */
    public static LocalStackBuilder builder() {
        return new LocalStackBuilder();
    }

    /**
     * Starts parts that do not run yet, and those they need, and waits until all are ready.
     *
     * @param wanted which parts
     * @throws LocalStackException if one cannot start; the others are stopped then
     */
    public void start(Set<Part> wanted) {
        Set<Part> missing = withNeeds(wanted);
        missing.removeAll(parts.keySet());
        if (missing.isEmpty()) {
            return;
        }
        if (!choices.ignoreMemory) {
            Memory.requireFor(missing);
        }
        missing.forEach(part -> site.ports().requireFree(part));
        Map<Part, CompletableFuture<RunningPart>> starts = new EnumMap<>(Part.class);
        for (Part part : missing) {
            CompletableFuture<?>[] needs = needs(part).stream()
                    .map(starts::get)
                    .filter(start -> start != null)
                    .toArray(CompletableFuture[]::new);
            starts.put(part, CompletableFuture.allOf(needs).thenApplyAsync(done -> start(part), THREADS));
        }
        try {
            awaitAll(starts.values());
        } catch (LocalStackException failure) {
            close();
            throw failure;
        }
    }

    private Set<Part> withNeeds(Set<Part> wanted) {
        Set<Part> all = EnumSet.noneOf(Part.class);
        all.addAll(wanted);
        for (Part part : wanted) {
            all.addAll(withNeeds(needs(part)));
        }
        return all;
    }

    private Set<Part> needs(Part part) {
        return part == Part.APPLICATION ? choices.servers : part.needs();
    }

    private RunningPart start(Part part) {
        RunningPart started = create(part);
        synchronized (parts) {
            parts.put(part, started);
        }
        started.start();
        report(
                part,
                "ready after",
                started.timeToReady(),
                " on 127.0.0.1:" + port(Port.of(part).getFirst()));
        return started;
    }

    private RunningPart create(Part part) {
        if (closing) {
            throw new LocalStackException(
                    Reason.NOT_READY, "Expected to start %s, but the stack is closing.".formatted(part.label()));
        }
        try {
            site.state().rotateLog(part);
            return new RunningPart(servers.of(part), site, choices.patience, () -> closing, choices.onDeath);
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    private void awaitAll(Collection<CompletableFuture<RunningPart>> starts) {
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        for (CompletableFuture<RunningPart> start : starts) {
            CompletableFuture<RunningPart> unused = start.whenComplete((part, failure) -> {
                if (failure != null) {
                    firstFailure.completeExceptionally(failure);
                }
            });
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, firstFailure).join();
        } catch (CompletionException failure) {
            if (rootCause(failure) instanceof LocalStackException explained) {
                throw explained;
            }
            throw failure;
        }
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable current = failure;
        while (current instanceof CompletionException && current.getCause() != null) {
            current = current.getCause();
        }
        return current;
    }

    /**
     * A part that was started.
     *
     * @param part which part
     * @return alive or killed
     * @throws IllegalArgumentException if it was never started here
     */
    public RunningPart part(Part part) {
        synchronized (parts) {
            RunningPart running = parts.get(part);
            if (running == null) {
                throw new IllegalArgumentException(
                        "Expected %s to be part of this stack, but it was not started".formatted(part.label()));
            }
            return running;
        }
    }

    /**
     * All parts that were started.
     *
     * @return in the order of {@link Part}
     */
    public List<RunningPart> parts() {
        synchronized (parts) {
            return List.copyOf(parts.values());
        }
    }

    /**
     * The number chosen for a port.
     *
     * @param port which port
     * @return on 127.0.0.1
     */
    public int port(Port port) {
        return site.ports().number(port);
    }

    /**
     * The Spring properties by which Amtsfluss finds the parts that were started, secrets included.
     *
     * @return names as in {@code application.yaml}
     */
    public Map<String, String> springProperties() {
        synchronized (parts) {
            return springProperties(Set.copyOf(parts.keySet()));
        }
    }

    /** The Spring properties by which Amtsfluss finds some of the parts. */
    Map<String, String> springProperties(Set<Part> some) {
        try {
            return servers.springProperties(some);
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    /**
     * The folder with data, logs and secrets.
     *
     * @return an absolute path
     */
    public Path state() {
        return site.state().root();
    }

    /** Stops all parts, those first that need others, and gives the state folder back. */
    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException jvmIsEnding) {
            return;
        }
    }

    private void stopAtEnd() {
        choices.beforeEnd.run();
        stopAll();
    }

    private synchronized void stopAll() {
        closing = true;
        List<RunningPart> left = new ArrayList<>(parts());
        while (!left.isEmpty()) {
            List<RunningPart> notNeeded = left.stream()
                    .filter(part ->
                            left.stream().noneMatch(other -> needs(other.part()).contains(part.part())))
                    .toList();
            CompletableFuture.allOf(notNeeded.stream()
                            .map(part -> CompletableFuture.runAsync(() -> stop(part), THREADS))
                            .toArray(CompletableFuture[]::new))
                    .join();
            left.removeAll(notNeeded);
        }
        synchronized (parts) {
            parts.clear();
        }
        site.state().close();
    }

    private void stop(RunningPart part) {
        if (choices.throwAway) {
            part.kill();
            return;
        }
        long began = System.nanoTime();
        part.stop();
        report(part.part(), "stopped after", Duration.ofNanos(System.nanoTime() - began), "");
    }

    private void report(Part part, String what, Duration time, String where) {
        choices.progress.accept(
                String.format(Locale.ROOT, "%-12s %s %5.1f s%s", part.label(), what, time.toMillis() / 1000.0, where));
    }

    private void clean() {
        try {
            for (Part part : Part.values()) {
                if (stopLeftover(part)) {
                    choices.progress.accept(
                            "%-12s was left over from an earlier run and is stopped".formatted(part.label()));
                }
            }
            if (choices.fresh) {
                site.state().wipe();
            }
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    private boolean stopLeftover(Part part) throws IOException {
        Server server = servers.of(part);
        return RunningPart.stopLeftover(server, site);
    }

    private LocalStackException unusable(IOException failure) {
        return new LocalStackException(
                Reason.STATE_UNUSABLE,
                "Expected to read and write the state folder %s, but failed: %s"
                        .formatted(site.state().root(), failure),
                failure);
    }
}
