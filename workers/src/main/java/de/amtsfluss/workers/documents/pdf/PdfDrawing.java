package de.amtsfluss.workers.documents.pdf;

import de.amtsfluss.workers.documents.template.FilledLetter;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.UUID;
import org.openpdf.pdf.ITextOutputDevice;
import org.openpdf.pdf.ITextRenderer;
import org.openpdf.pdf.ITextReplacedElementFactory;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Draws a filled letter as PDF/A-2u (ISO 19005-2): pages that look the same forever, with text that can be read out.
 */
public final class PdfDrawing {

    private static final LetterFonts FONTS = new LetterFonts();
    private static final Hyphenation HYPHENATION = new Hyphenation();

    private PdfDrawing() {}

    /**
     * Draws a letter.
     *
     * @param letter the letter
     * @param madeAt when it is made
     * @param id identifies the document
     * @return the file
     * @throws IllegalStateException if the letter holds a character that the fonts do not have
     */
    public static byte[] of(FilledLetter letter, Instant madeAt, UUID id) {
        requireWritable(letter.markup().getDocumentElement().getTextContent());
        var device = new ITextOutputDevice(ITextRenderer.DEFAULT_DOTS_PER_POINT);
        var renderer = new ITextRenderer(
                ITextRenderer.DEFAULT_DOTS_PER_POINT,
                ITextRenderer.DEFAULT_DOTS_PER_PIXEL,
                device,
                new OwnPictures(device, ITextRenderer.DEFAULT_DOTS_PER_PIXEL, letter.pictures()),
                FONTS,
                new ITextReplacedElementFactory(device),
                new HangingHyphens());
        renderer.setPDFXConformance(PdfWriter.PDFA2U);
        renderer.setListener(new Metadata(letter, madeAt, id));
        renderer.setDocument(letter.markup(), null);
        renderer.getSharedContext().setLineBreakingStrategy(HYPHENATION);
        renderer.layout();
        var bytes = new ByteArrayOutputStream();
        renderer.createPDF(bytes);
        return bytes.toByteArray();
    }

    /** Whether letters can hold a character. */
    public static boolean canWrite(int character) {
        return Character.isWhitespace(character) || LetterFonts.canWrite(character);
    }

    private static void requireWritable(String text) {
        text.codePoints().filter(character -> !canWrite(character)).findFirst().ifPresent(character -> {
            throw new IllegalStateException(
                    "Expected the fonts of letters to have the character U+%04X, but they do not".formatted(character));
        });
    }
}
