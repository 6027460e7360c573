package de.amtsfluss.processes.protokoll.siegel;

import de.amtsfluss.processes.Siegel;
import de.amtsfluss.processes.SiegelAblage;
import de.amtsfluss.processes.protokoll.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Keeps seals in a file outside the database, one line of JSON each; lines are only added. */
final class SiegelDatei implements SiegelAblage {

    private final Path file;

    SiegelDatei(Path file) {
        this.file = file;
    }

    @Override
    public long lastNumber() {
        return last().map(Siegel::nummer).orElse(0L);
    }

    private Optional<Siegel> last() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            // A line a day: small for a hundred years.
            var text = Files.readString(file);
            if (!text.isEmpty() && !text.endsWith("\n")) {
                throw new IllegalStateException(
                        "Expected the last line of %s to be whole, but it is cut off: remove it".formatted(file));
            }
            return text.lines().reduce((earlier, later) -> later).map(line -> JsonLines.read(line, Siegel.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "Expected the last line of %s to be a seal, but it is not".formatted(file), e);
        }
    }

    @Override
    public void keep(Siegel siegel) {
        var before = last().map(Siegel::hash).orElseGet(Tag::genesis);
        if (!before.equals(siegel.vorher())) {
            throw new IllegalStateException(
                    "Expected seal %d of the database to follow the last one of %s, but it does not: one of them was changed"
                            .formatted(siegel.nummer(), file));
        }
        var line = ByteBuffer.wrap(JsonLines.write(siegel).getBytes(StandardCharsets.UTF_8));
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "the file " + file;
    }
}
