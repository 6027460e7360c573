package de.amtsfluss.processes.akte.datei;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** A DOCX or ODT: a ZIP whose parts are read one after the other, within limits on their number and size. */
public final class OfficePaket {

    /** Long reports with many pictures have some hundred. */
    private static final int MOST_PARTS = 5_000;

    /** Ten times the largest file that is taken in. */
    private static final long LARGEST_TOTAL = 200_000_000;

    /** The text of a book of a thousand pages with its markup. */
    private static final int LARGEST_PART = 20_000_000;

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String WORD = "wordprocessingml.document.main+xml";
    private static final String MACROS = "macroenabled";
    private static final String TEMPLATE = "/attachedtemplate";
    private static final Set<String> MANIFESTS = Set.of(CONTENT_TYPES, "mimetype");

    private final Set<String> names = new TreeSet<>();
    private String contentTypes = "";
    private String mimetype = "";
    private boolean foreignTemplate;

    private OfficePaket() {}

    static Optional<Dateiart> art(byte[] content) {
        try {
            var paket = read(content);
            if (paket.mimetype.equals(Dateiart.ODT.mediaType()) && paket.names.contains("content.xml")) {
                return Optional.of(Dateiart.ODT);
            }
            return paket.contentTypes.contains(WORD) || paket.contentTypes.contains(MACROS)
                    ? Optional.of(Dateiart.DOCX)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<String> danger(byte[] content) {
        try {
            var paket = read(content);
            return paket.hasMacros()
                    ? Optional.of("Das Dokument enthält Makros. Bitte senden Sie es ohne Makros oder als PDF.")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("Das Dokument ist beschädigt oder entpackt sich zu ungewöhnlich vielen Daten.");
        }
    }

    private boolean hasMacros() {
        return foreignTemplate
                || contentTypes.contains(MACROS)
                || names.stream()
                        .anyMatch(name -> name.contains("vbaproject")
                                || name.contains("vbadata")
                                || name.contains("oleobject")
                                || name.startsWith("basic/")
                                || name.startsWith("scripts/"));
    }

    /**
     * One part of a document.
     *
     * @return absent if there is no such part
     * @throws IOException if it is no sound ZIP, or larger than is allowed
     */
    public static Optional<byte[]> part(byte[] content, String name) throws IOException {
        var found = new ByteArrayOutputStream();
        var present = walk(content, entry -> entry.getName().equals(name) ? found : null);
        return present ? Optional.of(found.toByteArray()) : Optional.empty();
    }

    private static OfficePaket read(byte[] content) throws IOException {
        var paket = new OfficePaket();
        var manifests = new TreeMap<String, ByteArrayOutputStream>();
        walk(content, entry -> {
            var name = entry.getName();
            paket.names.add(name.toLowerCase(Locale.ROOT));
            return MANIFESTS.contains(name) || name.endsWith(".rels")
                    ? manifests.computeIfAbsent(name, same -> new ByteArrayOutputStream())
                    : null;
        });
        manifests.forEach(paket::note);
        return paket;
    }

    private void note(String name, ByteArrayOutputStream content) {
        var text = content.toString(StandardCharsets.UTF_8);
        if (name.equals(CONTENT_TYPES)) {
            contentTypes = text.toLowerCase(Locale.ROOT);
        } else if (name.equals("mimetype")) {
            mimetype = text.strip();
        } else {
            // A template is loaded when the document is opened, with its macros.
            foreignTemplate |= text.toLowerCase(Locale.ROOT).contains(TEMPLATE)
                    && text.toLowerCase(Locale.ROOT).contains("external");
        }
    }

    /** True if some part was wanted. */
    private static boolean walk(byte[] content, Wanted wanted) throws IOException {
        var any = false;
        var budget = new Budget();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            var parts = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++parts > MOST_PARTS) {
                    throw new TooLargeException();
                }
                var target = wanted.in(entry);
                any |= target != null;
                budget.copy(zip, target);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("Expected names of parts in UTF-8, but one is not", e);
        }
        return any;
    }

    /** Where the bytes of a part go, absent if nobody wants them. */
    private interface Wanted {
        @Nullable
        ByteArrayOutputStream in(ZipEntry entry);
    }

    /** How much may still be unpacked. */
    private static final class Budget {

        private long left = LARGEST_TOTAL;
        private final byte[] buffer = new byte[8_192];

        void copy(InputStream part, @Nullable ByteArrayOutputStream target) throws IOException {
            var kept = 0;
            for (var read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                left -= read;
                kept += read;
                if (left < 0 || (target != null && kept > LARGEST_PART)) {
                    throw new TooLargeException();
                }
                if (target != null) {
                    target.write(buffer, 0, read);
                }
            }
        }
    }

    /** More comes out of the ZIP than is allowed. */
    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
