package de.amtsfluss.processes.akte.datei;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Finds in a PDF what acts when it is opened: scripts and launched programs (ISO 32000-1, 12.6.4), wherever in the file
 * they stand. Files within are taken if they are of a kind that is taken alone, or XML as in an electronic invoice.
 */
final class PdfPruefung {

    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int DEEPEST = 100;
    private static final int LARGEST_WITHIN = 20_000_000;

    /** ISO 32000-1, table 198, and rich media of Adobe's supplement. */
    private static final Set<String> ACTING =
            Set.of("JavaScript", "Launch", "ImportData", "RichMediaExecute", "Rendition");

    private static final COSName SCRIPT = COSName.getPDFName("JS");
    private static final COSName RICH_MEDIA = COSName.getPDFName("RichMedia");

    private static final String BROKEN = "Die PDF-Datei ist beschädigt und lässt sich nicht prüfen.";
    private static final String LOCKED =
            "Die PDF-Datei ist mit einem Kennwort geschützt. Bitte senden Sie sie ohne Kennwort.";
    private static final String ACTS =
            "Die PDF-Datei enthält Skripte oder startet Programme. Bitte senden Sie sie ohne solche Bestandteile.";
    private static final String CARRIES = "Die PDF-Datei enthält weitere Dateien, die nicht angenommen werden.";
    private static final String BOMB = "Die PDF-Datei entpackt sich zu ungewöhnlich vielen Daten.";

    private PdfPruefung() {}

    static Optional<String> danger(byte[] content) {
        if (!Arrays.equals(HEADER, 0, HEADER.length, content, 0, Math.min(HEADER.length, content.length))) {
            return Optional.of(BROKEN);
        }
        if (PdfStroeme.isBomb(content)) {
            return Optional.of(BOMB);
        }
        try (var pdf = Loader.loadPDF(content)) {
            return danger(pdf.getDocument());
        } catch (InvalidPasswordException e) {
            return Optional.of(LOCKED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The parser meets what its authors did not think of; such a file is not for us.
            return Optional.of(BROKEN);
        }
    }

    private static Optional<String> danger(COSDocument document) throws IOException {
        var walk = new Walk();
        walk.look(document.getTrailer(), 0);
        for (var key : document.getXrefTable().keySet()) {
            walk.look(document.getObjectFromPool(key).getObject(), 0);
        }
        if (walk.acts) {
            return Optional.of(ACTS);
        }
        for (var file : walk.files) {
            if (!isHarmless(file)) {
                return Optional.of(CARRIES);
            }
        }
        return Optional.empty();
    }

    private static boolean isHarmless(COSStream file) throws IOException {
        byte[] content;
        try (var stream = file.createInputStream()) {
            content = stream.readNBytes(LARGEST_WITHIN + 1);
        }
        return content.length <= LARGEST_WITHIN && (isXml(content) || isTakenAlone(content));
    }

    private static boolean isXml(byte[] content) {
        var begin = new String(content, 0, Math.min(content.length, 20), StandardCharsets.UTF_8);
        return begin.replace("\uFEFF", "").startsWith("<?xml");
    }

    private static boolean isTakenAlone(byte[] content) {
        return new Dateipruefung().check("", null, content) instanceof Dateipruefung.Befund.Allowed;
    }

    /** Looks at each object once; references are followed by the table of objects and not from within. */
    private static final class Walk {

        private final Set<COSStream> files = new HashSet<>();
        private boolean acts;

        void look(COSBase base, int depth) {
            if (depth > DEEPEST) {
                acts = true;
                return;
            }
            if (base instanceof COSDictionary dictionary) {
                look(dictionary, depth);
            } else if (base instanceof COSArray array) {
                for (var i = 0; i < array.size(); i++) {
                    look(array.get(i), depth + 1);
                }
            }
        }

        private void look(COSDictionary dictionary, int depth) {
            acts |= dictionary.containsKey(SCRIPT)
                    || ACTING.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))
                    || RICH_MEDIA.equals(dictionary.getDictionaryObject(COSName.SUBTYPE));
            if (dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary within) {
                within.keySet().stream()
                        .map(within::getDictionaryObject)
                        .filter(COSStream.class::isInstance)
                        .forEach(stream -> files.add((COSStream) stream));
            }
            dictionary.entrySet().forEach(entry -> look(entry.getValue(), depth + 1));
        }
    }
}
