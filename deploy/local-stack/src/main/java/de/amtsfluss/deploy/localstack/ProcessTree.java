package de.amtsfluss.deploy.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process with the children it had when it was looked at. */
final class ProcessTree {

    private static final long PATIENCE_SECONDS = 25;
    private static final int BYTES_PER_KIB = 1024;

    private final ProcessHandle top;
    private final List<ProcessHandle> all;

    private ProcessTree(ProcessHandle top, List<ProcessHandle> all) {
        this.top = top;
        this.all = all;
    }

    static ProcessTree of(ProcessHandle top) {
        return new ProcessTree(
                top, Stream.concat(Stream.of(top), top.descendants()).toList());
    }

    /** Kills the top first, so that it cannot replace its children. */
    void kill() {
        all.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(PATIENCE_SECONDS);
    }

    /** Asks the top to end, and kills whatever is left when patience is over. */
    void stop(String signal) {
        send(signal);
        awaitEnd(PATIENCE_SECONDS);
        kill();
    }

    private void send(String signal) {
        if (signal.equals("TERM")) {
            top.destroy();
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, top.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noShell) {
            top.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd(long seconds) {
        CompletableFuture<?>[] ends = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The memory of all, in bytes: the proportional share where it can be read, else the resident set. */
    long residentBytes() {
        return all.stream().mapToLong(ProcessTree::residentBytes).sum();
    }

    private static long residentBytes(ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        long proportional = kibibytes(folder.resolve("smaps_rollup"), "Pss:");
        return BYTES_PER_KIB * (proportional > 0 ? proportional : kibibytes(folder.resolve("status"), "VmRSS:"));
    }

    private static long kibibytes(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException notReadable) {
            return 0;
        }
    }
}
