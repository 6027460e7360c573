package de.amtsfluss.deploy.localstack;

import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import de.amtsfluss.deploy.localstack.server.LogTail;
import de.amtsfluss.deploy.localstack.server.Server;
import de.amtsfluss.deploy.localstack.server.Site;
import de.amtsfluss.deploy.localstack.state.ProcessRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A part of a stack and the process that it runs in; it may be killed and started again on the same ports and data. */
public final class RunningPart {

    private static final long PAUSE_MILLIS = 100;

    private final Server server;
    private final Site site;
    private final Duration patience;
    private final BooleanSupplier calledOff;
    private final Consumer<LocalStackException> onDeath;
    private final ProcessRecord record;

    private volatile @Nullable Process process;
    private volatile Duration timeToReady = Duration.ZERO;

    RunningPart(
            Server server,
            Site site,
            Duration patience,
            BooleanSupplier calledOff,
            Consumer<LocalStackException> onDeath)
            throws IOException {
        this.server = server;
        this.site = site;
        this.patience = patience;
        this.calledOff = calledOff;
        this.onDeath = onDeath;
        this.record = site.state().process(server.part());
    }

    /**
     * Which part this is.
     *
     * @return one part
     */
    public Part part() {
        return server.part();
    }

    /**
     * The process identifier.
     *
     * @return of the running process
     * @throws IllegalStateException if the part does not run
     */
    public long pid() {
        return running().pid();
    }

    /**
     * Whether the process lives.
     *
     * @return {@code false} after it was killed or ended
     */
    public boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /**
     * How long the latest start took, from the decision to start to the first useful answer.
     *
     * @return zero before the first start
     */
    public Duration timeToReady() {
        return timeToReady;
    }

    /**
     * The file that receives what the process prints.
     *
     * @return an absolute path
     */
    public Path log() {
        try {
            return site.state().log(part());
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    /**
     * What the process and all its children hold in memory.
     *
     * @return in bytes, pages shared with others counted in part where the system says so; zero if it does not run
     */
    public long residentBytes() {
        Process current = process;
        return current == null ? 0 : ProcessTree.of(current.toHandle()).residentBytes();
    }

    /** Ends the process and all its children at once, as a power cut would; returns when none of them is left. */
    public synchronized void kill() {
        Process current = process;
        process = null;
        if (current != null) {
            ProcessTree.of(current.toHandle()).kill();
            forget();
        }
    }

    /** Stops the part if it runs, starts it on the same ports and data, and returns when it is ready. */
    public synchronized void restart() {
        stop();
        start();
    }

    /** Starts the process and waits until it is ready. */
    synchronized void start() {
        long began = System.nanoTime();
        try {
            site.ports().requireFree(part());
            server.prepare();
            Process started = server.command().start(log());
            process = started;
            record.write(started.toHandle());
            awaitReady(started);
            timeToReady = Duration.ofNanos(System.nanoTime() - began);
            var unused = started.onExit().thenAccept(this::ended);
        } catch (IOException failure) {
            throw unusable(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalStackException(
                    Reason.NOT_READY,
                    "Expected %s to become ready, but the start was called off.".formatted(part().label()),
                    interrupted);
        }
    }

    private void awaitReady(Process started) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (started.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                process = null;
                forget();
                throw died(started, "while starting");
            }
            if (calledOff.getAsBoolean()) {
                throw new InterruptedException("The stack is closing");
            }
            if (System.nanoTime() > deadline) {
                throw new LocalStackException(
                        Reason.NOT_READY,
                        "Expected %s (port %d, option %s) to be ready after %d s, but it does not answer yet.%n%s"
                                .formatted(
                                        part().label(),
                                        port(),
                                        mainPort().option(),
                                        patience.toSeconds(),
                                        LogTail.of(log())));
            }
        }
    }

    private boolean isReady() {
        try {
            return server.isReady();
        } catch (IOException notYet) {
            return false;
        }
    }

    private void ended(Process ended) {
        if (ended.equals(process)) {
            process = null;
            forget();
            onDeath.accept(died(ended, "in the middle of its work"));
        }
    }

    private LocalStackException died(Process ended, String when) {
        return new LocalStackException(
                Reason.PART_DIED,
                "Expected %s to run on port %d (option %s), but it ended %s with exit code %d.%n%s"
                        .formatted(
                                part().label(),
                                port(),
                                mainPort().option(),
                                when,
                                ended.exitValue(),
                                LogTail.of(log())));
    }

    /** Ends the process in the way the server likes best; kills it if that takes too long. */
    synchronized void stop() {
        Process current = process;
        process = null;
        if (current == null) {
            return;
        }
        ProcessTree tree = ProcessTree.of(current.toHandle());
        tree.stop(server.stopSignal());
        forget();
    }

    /** Ends what an earlier run, itself killed, has left behind. */
    static boolean stopLeftover(Server server, Site site) throws IOException {
        ProcessRecord record = site.state().process(server.part());
        boolean found = record.leftover()
                .map(process -> {
                    ProcessTree.of(process).stop(server.stopSignal());
                    return true;
                })
                .orElse(false);
        record.delete();
        return found;
    }

    private void forget() {
        try {
            record.delete();
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    private Process running() {
        Process current = process;
        if (current == null) {
            throw new IllegalStateException("Expected %s to run, but it does not".formatted(part().label()));
        }
        return current;
    }

    private Port mainPort() {
        return Port.of(part()).getFirst();
    }

    private int port() {
        return site.ports().number(mainPort());
    }

    private LocalStackException unusable(IOException failure) {
        return new LocalStackException(
                Reason.STATE_UNUSABLE,
                "Expected to run %s in %s, but its files cannot be read, written or started: %s"
                        .formatted(part().label(), site.state().root(), failure),
                failure);
    }
}
