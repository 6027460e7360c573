package de.amtsfluss.workers.notifications.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/**
 * The sheet before each letter: the address stands where the window of the envelope is (DIN 5008, form B: the field
 * begins 45 mm from the top, its zone for the address 17.7 mm below that, 20 mm from the left, 85 mm wide), below it
 * what the mail room checks the letter by.
 */
final class Trennblatt {

    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float LEFT = 25;
    private static final float ADDRESS_TOP = 45 + 17.7f;
    private static final float ADDRESS_WIDTH = 75;
    private static final float BELOW_THE_FOLD = 120;
    private static final float LINE = 4.55f;
    private static final float LARGE = 11;
    private static final float SMALLEST = 4;
    private static final int LINES = 6;
    private static final String FONT = "liberation/LiberationSans-Regular.ttf";

    private Trennblatt() {}

    static byte[] draw(Brief brief, int number, int of) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4)) {
            var writer = PdfWriter.getInstance(document, bytes);
            document.open();
            var font = BaseFont.createFont(FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
            var page = writer.getDirectContent();
            writeAddress(page, font, brief.anschriftzone());
            write(page, font, LARGE, BELOW_THE_FOLD, "Trennblatt – Brief %d von %d".formatted(number, of));
            write(page, font, LARGE, BELOW_THE_FOLD + 2 * LINE, "Aktenzeichen: " + brief.aktenzeichen());
            write(page, font, LARGE, BELOW_THE_FOLD + 3 * LINE, "Seiten ohne Trennblatt: " + brief.seiten());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to draw a separator sheet, but failed", e);
        }
        return bytes.toByteArray();
    }

    /** The zone has six lines; what is too long for one takes the next, and what is too long for all is smaller. */
    private static void writeAddress(PdfContentByte page, BaseFont font, List<String> texts) {
        var size = LARGE;
        var lines = broken(texts, font, size);
        while (size > SMALLEST && (lines.size() > LINES || !fit(lines, font, size))) {
            size -= 0.5f;
            lines = broken(texts, font, size);
        }
        for (var number = 0; number < Math.min(lines.size(), LINES); number++) {
            write(page, font, size, ADDRESS_TOP + LINE * (number + 1), lines.get(number));
        }
    }

    private static List<String> broken(List<String> texts, BaseFont font, float size) {
        var lines = new ArrayList<String>();
        for (var text : texts) {
            var line = "";
            for (var word : text.split("\\s+", -1)) {
                var longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && !fits(longer, font, size)) {
                    lines.add(line);
                    longer = word;
                }
                line = longer;
            }
            lines.add(line);
        }
        return lines;
    }

    private static boolean fit(List<String> lines, BaseFont font, float size) {
        return lines.stream().allMatch(line -> fits(line, font, size));
    }

    private static boolean fits(String line, BaseFont font, float size) {
        return font.getWidthPoint(line, size) <= ADDRESS_WIDTH * MILLIMETRE;
    }

    private static void write(PdfContentByte page, BaseFont font, float size, float fromTop, String text) {
        page.beginText();
        page.setFontAndSize(font, size);
        page.setTextMatrix(LEFT * MILLIMETRE, PageSize.A4.getHeight() - fromTop * MILLIMETRE);
        page.showText(text);
        page.endText();
    }
}
