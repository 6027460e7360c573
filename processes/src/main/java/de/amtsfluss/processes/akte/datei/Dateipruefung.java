package de.amtsfluss.processes.akte.datei;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says whether a file from outside is taken in. What it is is told by its content alone; name and claim must fit. */
@Component
public class Dateipruefung {

    private static final String ZIP = "application/zip";
    private static final String OOXML = "application/x-tika-ooxml";
    private static final int LONGEST_CLAIM = 80;
    private static final String UNKNOWN = "application/octet-stream";
    private static final String ALLOWED =
            Stream.of(Dateiart.values()).map(Dateiart::label).collect(Collectors.joining(", "));

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /**
     * Checks a file.
     *
     * @param name its name as the sender wrote it
     * @param declared the media type the sender says it has, absent if nothing was said
     * @param content its bytes
     */
    public Befund check(String name, @Nullable String declared, byte[] content) {
        if (content.length == 0) {
            return new Befund.Refused("Die Datei ist leer.");
        }
        var harmless = Dateiname.of(name);
        var art = art(content);
        if (art.isEmpty()) {
            return new Befund.Refused(
                    "Diese Art von Datei wird nicht angenommen. Möglich sind: %s.".formatted(ALLOWED));
        }
        return contradiction(harmless, declared, art.get())
                .or(() -> danger(art.get(), content))
                .<Befund>map(Befund.Refused::new)
                .orElseGet(() -> new Befund.Allowed(art.get(), harmless.as(art.get())));
    }

    private Optional<Dateiart> art(byte[] content) {
        var type = detect(content);
        return type.equals(ZIP)
                        || type.equals(OOXML)
                        || Dateiart.of(type).filter(Dateiart.ODT::equals).isPresent()
                ? OfficePaket.art(content)
                : Dateiart.of(type);
    }

    private String detect(byte[] content) {
        try {
            return types.detect(new ByteArrayInputStream(content), new Metadata())
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read bytes in memory, but that failed", e);
        }
    }

    private static Optional<String> contradiction(Dateiname name, @Nullable String declared, Dateiart art) {
        if (!name.extension().isEmpty() && !art.extensions().contains(name.extension())) {
            return Optional.of("Die Datei endet auf „.%s“, ist aber ihrem Inhalt nach: %s."
                    .formatted(name.extension(), art.label()));
        }
        if (declared != null
                && !declared.isBlank()
                && !declared.startsWith(UNKNOWN)
                && !Dateiart.of(declared).filter(art::equals).isPresent()) {
            return Optional.of("Die Datei wurde als „%s“ gesendet, ist aber ihrem Inhalt nach: %s."
                    .formatted(shown(declared), art.label()));
        }
        return Optional.empty();
    }

    /** The sender chooses this text. */
    private static String shown(String declared) {
        var plain = declared.replaceAll("[^A-Za-z0-9/+.-]", "");
        return plain.substring(0, Math.min(LONGEST_CLAIM, plain.length()));
    }

    private static Optional<String> danger(Dateiart art, byte[] content) {
        return switch (art) {
            case PDF -> PdfPruefung.danger(content);
            case DOCX, ODT -> OfficePaket.danger(content);
            case JPEG, PNG, TIFF, TEXT -> Optional.empty();
        };
    }

    /** What the check says. */
    public sealed interface Befund {

        /**
         * The file is taken in.
         *
         * @param art what it is
         * @param name its name, made harmless
         */
        record Allowed(Dateiart art, String name) implements Befund {}

        /**
         * The file is not taken in.
         *
         * @param sentence why, in German
         */
        record Refused(String sentence) implements Befund {}
    }
}
