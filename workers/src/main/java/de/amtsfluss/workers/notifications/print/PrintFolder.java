package de.amtsfluss.workers.notifications.print;

import de.amtsfluss.processes.Druckauftrag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * The folder of the mail room's printer. A file appears whole or not at all; one that was not written before the
 * application died is written later, under the same name.
 */
@Component
class PrintFolder {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
    private static final int SHORT = 8;

    private final PrintRepository repository;
    private final PrintProperties properties;

    PrintFolder(PrintRepository repository, PrintProperties properties) {
        this.repository = repository;
        this.properties = properties;
    }

    /** Writes the batches that are not there yet. */
    void writeMissing() {
        var folder = properties.printFolder();
        if (folder == null) {
            return;
        }
        for (var batch : repository.withoutFile()) {
            repository.content(batch.id()).ifPresent(content -> {
                write(folder, name(batch), content);
                repository.written(batch.id());
            });
        }
    }

    private static String name(Druckauftrag batch) {
        return "druckauftrag-%s-%s.pdf"
                .formatted(
                        LocalDate.ofInstant(batch.erstelltAm(), OFFICE),
                        batch.id().toString().substring(0, SHORT));
    }

    private static void write(Path folder, String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            // A printer that watches the folder must not take this one, so it has another ending.
            var unfinished = folder.resolve(name + ".unfertig");
            try (var channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write a batch to '%s', but failed".formatted(folder), e);
        }
    }
}
