package de.amtsfluss.workers.documents;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** An A4 sheet of the city with a title, sections of label and value, embedded fonts and page numbers. */
final class PdfLetter {

    private static final Color LINE = new Color(0xB0, 0xB8, 0xC4);
    private static final Color QUIET = new Color(0x4A, 0x55, 0x63);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4, 70, 57, 57, 70);
    private final Font regular;
    private final Font quiet;
    private final Font bold;
    private final Font title;

    /**
     * Begins a sheet.
     *
     * @param heading the title
     * @param aktenzeichen the reference of the Vorgang
     * @param madeAt when it is made, as people write it
     */
    PdfLetter(String heading, String aktenzeichen, String madeAt) {
        var plain = font("LiberationSans-Regular.ttf");
        regular = new Font(plain, 10.5f);
        quiet = new Font(plain, 9f, Font.NORMAL, QUIET);
        bold = new Font(font("LiberationSans-Bold.ttf"), 11.5f);
        title = new Font(font("LiberationSans-Bold.ttf"), 18f);
        var writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new PageFooter(plain, aktenzeichen));
        document.addTitle(heading + " " + aktenzeichen);
        document.addSubject(heading);
        document.addAuthor("Stadt Bielefeld, Umweltbetrieb");
        document.addCreator("Amtsfluss");
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(Locale.GERMANY.toLanguageTag()));
        document.add(new Paragraph("Stadt Bielefeld", bold));
        document.add(new Paragraph("Umweltbetrieb · Stadtreinigung", quiet));
        document.add(spaced(new Paragraph(heading, title), 28, 4));
        document.add(new Paragraph("Aktenzeichen " + aktenzeichen + " · erstellt am " + madeAt, quiet));
    }

    private static BaseFont font(String file) {
        try {
            return BaseFont.createFont("liberation/" + file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read font '%s', but failed".formatted(file), e);
        }
    }

    private static Paragraph spaced(Paragraph paragraph, float before, float after) {
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    /** Adds the sentence that says what matters. */
    void lead(String sentence) {
        document.add(spaced(new Paragraph(sentence, bold), 18, 2));
    }

    /** Begins a section. */
    Section section(String heading) {
        document.add(spaced(new Paragraph(heading, bold), 16, 6));
        return new Section();
    }

    /** Ends the sheet. */
    byte[] finish() {
        document.close();
        return bytes.toByteArray();
    }

    /** Rows of label and value under one heading. */
    final class Section {

        /** Adds a row. */
        Section row(String label, String value) {
            var table = new PdfPTable(new float[] {1, 2.2f});
            table.setWidthPercentage(100);
            table.addCell(cell(label, quiet));
            table.addCell(cell(value, regular));
            document.add(table);
            return this;
        }

        private PdfPCell cell(String text, Font font) {
            var cell = new PdfPCell(new Phrase(text, font));
            cell.setBorder(Rectangle.BOTTOM);
            cell.setBorderColor(LINE);
            cell.setBorderWidth(0.5f);
            cell.setPaddingTop(5);
            cell.setPaddingBottom(6);
            cell.setPaddingLeft(0);
            return cell;
        }
    }
}
