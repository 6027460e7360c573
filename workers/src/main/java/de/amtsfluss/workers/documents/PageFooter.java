package de.amtsfluss.workers.documents;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Writes reference and page number at the foot of each page. */
final class PageFooter extends PdfPageEventHelper {

    private final Font font;
    private final String aktenzeichen;

    PageFooter(BaseFont font, String aktenzeichen) {
        this.font = new Font(font, 8.5f);
        this.aktenzeichen = aktenzeichen;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var canvas = writer.getDirectContent();
        var y = document.bottom() - 24;
        ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, new Phrase(aktenzeichen, font), document.left(), y, 0);
        ColumnText.showTextAligned(
                canvas,
                Element.ALIGN_RIGHT,
                new Phrase("Seite " + writer.getPageNumber(), font),
                document.right(),
                y,
                0);
    }
}
