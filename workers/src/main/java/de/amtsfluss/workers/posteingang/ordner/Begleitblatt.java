package de.amtsfluss.workers.posteingang.ordner;

import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.Transfervermerk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a scanner writes beside a scan, as {@code ‹scan›.json}: for {@code brief.pdf} the file {@code brief.pdf.json}.
 * It has to be there before the scan is.
 *
 * @param eingegangenAm the day of the Eingangsstempel
 * @param kanal how it came, a letter if nothing is said
 * @param absender who sent it
 * @param betreff its subject
 * @param transfervermerk how it was scanned
 */
record Begleitblatt(
        @Nullable LocalDate eingegangenAm,
        @Nullable Kanal kanal,
        @Nullable String absender,
        @Nullable String betreff,
        @Nullable Transfervermerk transfervermerk) {

    static final String ENDING = ".json";

    /** Longer than any of them. */
    private static final int LARGEST = 100_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static Path of(Path scan) {
        return scan.resolveSibling(scan.getFileName() + ENDING);
    }

    /**
     * Reads the sheet of a scan, if there is one.
     *
     * @throws IOException if it cannot be read; the message says why
     */
    static Optional<Begleitblatt> read(Path scan) throws IOException {
        var file = of(scan);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (var stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(JSON.readValue(stream.readNBytes(LARGEST), Begleitblatt.class));
        } catch (JacksonException e) {
            throw new IOException("Das Begleitblatt ist nicht lesbar: " + e.getOriginalMessage(), e);
        }
    }
}
