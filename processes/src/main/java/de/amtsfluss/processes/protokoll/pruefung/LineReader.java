package de.amtsfluss.processes.protokoll.pruefung;

import de.amtsfluss.processes.protokoll.JsonLines;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/**
 * Reads a file of lines of JSON that may have been made to harm: at most one line is in memory.
 *
 * @param file the file
 */
record LineReader(Path file) {

    /** Many times the longest entry. */
    static final int LONGEST = 65_536;

    /**
     * Gives each line as an object.
     *
     * @throws Unsound if a line is no such object, or the consumer says so of the object
     */
    <T> void read(Class<T> type, Consumer<T> consumer) throws IOException {
        try (var stream = new BufferedInputStream(Files.newInputStream(file), LONGEST)) {
            for (var number = 1L; ; number++) {
                var line = line(stream, number);
                if (line.isEmpty()) {
                    return;
                }
                consumer.accept(parse(line, type, number));
            }
        } catch (NoSuchFileException e) {
            throw new Unsound("%s: expected this file, but it is not there".formatted(file), e);
        }
    }

    /** A line without its end; empty at the end of the file. */
    private String line(InputStream stream, long number) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = stream.read(); next != '\n'; next = stream.read()) {
            if (next < 0) {
                if (bytes.size() == 0) {
                    return "";
                }
                throw unsound(number, "a whole line, but it is cut off");
            }
            if (bytes.size() == LONGEST) {
                throw unsound(number, "at most %d bytes, but there are more".formatted(LONGEST));
            }
            bytes.write(next);
        }
        if (bytes.size() == 0) {
            throw unsound(number, "an object, but the line is empty");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unsound(number, "UTF-8, but it has other bytes");
        }
    }

    private <T> T parse(String line, Class<T> type, long number) {
        try {
            return Optional.ofNullable(JsonLines.read(line, type))
                    .orElseThrow(() -> unsound(number, "an object, but it is null"));
        } catch (JacksonException e) {
            var reason = e.getOriginalMessage().lines().findFirst().orElse("no reason was given");
            throw unsound(number, "%s as JSON, but: %s".formatted(type.getSimpleName(), reason));
        }
    }

    private Unsound unsound(long number, String expected) {
        return new Unsound("%s, line %d: expected %s".formatted(file.getFileName(), number, expected));
    }
}
