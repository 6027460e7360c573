package de.amtsfluss.workers.notifications.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfCopy;
import org.openpdf.text.pdf.PdfReader;

/**
 * The PDF of a batch: a separator sheet before the pages of each letter.
 *
 * @param content the file
 * @param seiten how many pages it has
 */
record BatchPdf(byte[] content, int seiten) {

    static BatchPdf of(List<Brief> briefe) {
        var bytes = new ByteArrayOutputStream();
        var pages = 0;
        try (var document = new Document()) {
            var copy = new PdfCopy(document, bytes);
            document.open();
            for (var number = 1; number <= briefe.size(); number++) {
                var brief = briefe.get(number - 1);
                pages += append(copy, Trennblatt.draw(brief, number, briefe.size()));
                pages += append(copy, brief.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to put letters into one file, but failed", e);
        }
        return new BatchPdf(bytes.toByteArray(), pages);
    }

    private static int append(PdfCopy copy, byte[] content) throws IOException {
        try (var reader = new PdfReader(content)) {
            for (var page = 1; page <= reader.getNumberOfPages(); page++) {
                copy.addPage(copy.getImportedPage(reader, page));
            }
            copy.freeReader(reader);
            return reader.getNumberOfPages();
        }
    }

    /** How many pages a PDF has, if it can be put into a batch. */
    @SuppressWarnings("CatchingUnchecked") // the reader fails in many ways on a file that is none
    static int pages(byte[] content) throws UnprintableException {
        try (var reader = new PdfReader(content)) {
            if (!reader.isOpenedWithFullPermissions() || reader.getNumberOfPages() < 1) {
                throw new UnprintableException("PDF gesperrt oder leer");
            }
            return reader.getNumberOfPages();
        } catch (IOException | RuntimeException e) {
            throw new UnprintableException("PDF nicht lesbar");
        }
    }
}
