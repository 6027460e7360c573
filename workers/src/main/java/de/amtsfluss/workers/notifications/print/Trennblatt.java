package de.amtsfluss.workers.notifications.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/**
 * The sheet before each letter: the address stands where the window of the envelope is (DIN 5008, form B: the field
 * begins 45 mm from the top, its zone for the address 17.7 mm below that, 20 mm from the left, 85 mm wide), below it what
 * the mail room checks the letter by.
 */
final class Trennblatt {

    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float LEFT = 25;
    private static final float ADDRESS_TOP = 45 + 17.7f;
    private static final float ADDRESS_WIDTH = 75;
    private static final float BELOW_THE_FOLD = 120;
    private static final float LINE = 4.55f;
    private static final float LARGE = 11;
    private static final float SMALLEST = 6;
    private static final String FONT = "liberation/LiberationSans-Regular.ttf";

    private Trennblatt() {}

    static byte[] draw(Brief brief, int number, int of) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4)) {
            var writer = PdfWriter.getInstance(document, bytes);
            document.open();
            var font = BaseFont.createFont(FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
            var page = writer.getDirectContent();
            var line = 1;
            for (var text : brief.anschriftzone()) {
                write(page, font, ADDRESS_TOP + LINE * line++, text);
            }
            write(page, font, BELOW_THE_FOLD, "Trennblatt – Brief %d von %d".formatted(number, of));
            write(page, font, BELOW_THE_FOLD + 2 * LINE, "Aktenzeichen: " + brief.aktenzeichen());
            write(page, font, BELOW_THE_FOLD + 3 * LINE, "Seiten ohne Trennblatt: " + brief.seiten());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to draw a separator sheet, but failed", e);
        }
        return bytes.toByteArray();
    }

    /** A line that is too long for the window is written smaller. */
    private static void write(PdfContentByte page, BaseFont font, float fromTop, String text) {
        var size = LARGE;
        while (size > SMALLEST && font.getWidthPoint(text, size) > ADDRESS_WIDTH * MILLIMETRE) {
            size -= 0.5f;
        }
        page.beginText();
        page.setFontAndSize(font, size);
        page.setTextMatrix(LEFT * MILLIMETRE, PageSize.A4.getHeight() - fromTop * MILLIMETRE);
        page.showText(text);
        page.endText();
    }
}
