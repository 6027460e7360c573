package de.amtsfluss.deploy.localstack.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers on disk which process was started, so that a run that was killed can be cleaned up after. */
public final class ProcessRecord {

    // The system computes a start from clock ticks since boot; after a correction of the clock it may differ a little.
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private final Path file;

    ProcessRecord(Path file) {
        this.file = file;
    }

    /**
     * Remembers a process that has just been started.
     *
     * @param process the process
     * @throws IOException if the record cannot be written
     */
    public void write(ProcessHandle process) throws IOException {
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        Files.write(file, List.of(Long.toString(process.pid()), started.toString()));
    }

    /**
     * Forgets the process.
     *
     * @throws IOException if the record cannot be removed
     */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * The remembered process, if it still runs. A process that merely got the same number later is not meant.
     *
     * @return empty if nothing is left over
     * @throws IOException if the record cannot be read
     */
    public Optional<ProcessHandle> leftover() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2) {
            return Optional.empty();
        }
        Instant recorded = Instant.parse(lines.get(1));
        return ProcessHandle.of(Long.parseLong(lines.get(0)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(recorded, start).abs().compareTo(TOLERANCE) < 0)
                        .orElse(false));
    }
}
