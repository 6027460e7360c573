package de.amtsfluss.deploy.localstack;

import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Compares what the machine has to give with what parts take. */
final class Memory {

    private static final int KIB_PER_MIB = 1024;

    private Memory() {}

    static void requireFor(Collection<Part> parts) {
        long needed = parts.stream().mapToLong(Part::expectedMegabytes).sum();
        OptionalLong available = availableMegabytes();
        if (available.isPresent() && available.getAsLong() < needed) {
            throw new LocalStackException(
                    Reason.TOO_LITTLE_MEMORY,
                    "Expected %d MiB of free memory for %s, but the machine has %d MiB: close something else, or start all the same with --ignore-memory."
                            .formatted(
                                    needed,
                                    String.join(
                                            ", ",
                                            parts.stream().map(Part::label).toList()),
                                    available.getAsLong()));
        }
    }

    /** What Linux can give without swapping; empty on systems that do not say. */
    private static OptionalLong availableMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .findFirst();
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }
}
