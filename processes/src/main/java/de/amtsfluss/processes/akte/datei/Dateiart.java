package de.amtsfluss.processes.akte.datei;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of file that is taken in; which ones is an example, to be set by the city. */
public enum Dateiart {
    /** A PDF. */
    PDF("PDF", "application/pdf", "pdf"),
    /** A photograph. */
    JPEG("JPEG-Bild", "image/jpeg", "jpg", "jpeg"),
    /** A picture. */
    PNG("PNG-Bild", "image/png", "png"),
    /** A scan. */
    TIFF("TIFF-Bild", "image/tiff", "tif", "tiff"),
    /** Plain text. */
    TEXT("Textdatei", "text/plain", "txt"),
    /** A document of Word without macros. */
    DOCX("Word-Dokument", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    /** A text of OpenDocument without macros. */
    ODT("OpenDocument-Text", "application/vnd.oasis.opendocument.text", "odt");

    private final String label;
    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> extensions;

    Dateiart(String label, String mediaType, String... extensions) {
        this.label = label;
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The endings of its names, the usual one first. */
    public List<String> extensions() {
        return extensions;
    }

    /** The kind with this media type; parameters such as the charset do not count. */
    public static Optional<Dateiart> of(String mediaType) {
        var type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        for (var art : values()) {
            if (art.mediaType.equals(type)) {
                return Optional.of(art);
            }
        }
        return Optional.empty();
    }
}
