package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.akte.datei.PdfStroeme;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** The text of a PDF; what is attached to it is not read. */
final class PdfText {

    private static final long LARGEST_IN_MEMORY = 64_000_000;

    private PdfText() {}

    static String read(byte[] content, int longest) throws IOException, SAXException, TikaException {
        if (PdfStroeme.isBomb(content)) {
            throw new IOException("Expected a PDF that unpacks to a usual size, but it does not");
        }
        var handler = new BodyContentHandler(longest);
        try (var stream = TikaInputStream.get(content)) {
            new PDFParser().parse(stream, handler, new Metadata(), context());
        } catch (SAXException e) {
            if (!WriteLimitReachedException.isWriteLimitReached(e)) {
                throw e;
            }
        }
        return handler.toString();
    }

    private static ParseContext context() {
        var config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setExtractInlineImages(false);
        config.setMaxMainMemoryBytes(LARGEST_IN_MEMORY);
        config.setSortByPosition(false);
        var context = new ParseContext();
        context.set(PDFParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, new NothingWithin());
        return context;
    }

    private static final class NothingWithin implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            throw new IllegalStateException("Expected not to be asked for what is attached, but it was");
        }
    }
}
