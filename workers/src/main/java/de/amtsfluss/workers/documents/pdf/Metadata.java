package de.amtsfluss.workers.documents.pdf;

import de.amtsfluss.workers.documents.template.FilledLetter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.openpdf.pdf.ITextRenderer;
import org.openpdf.pdf.PDFCreationListener;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Writes what PDF/A asks for beside the pages (ISO 19005-2, 6.2.3 and 6.6): colours, language, title and XMP, and by
 * which template in which version the letter was made.
 *
 * @param letter the letter
 * @param madeAt when it was made
 * @param id identifies the document
 */
record Metadata(FilledLetter letter, Instant madeAt, UUID id) implements PDFCreationListener {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    private static final String PROGRAM = "Amtsfluss";

    @Override
    public void preOpen(ITextRenderer renderer) {
        // Nothing is known before the document is open.
    }

    @Override
    public void preWrite(ITextRenderer renderer, int pageCount) {
        var writer = Objects.requireNonNull(renderer.getWriter());
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        var catalog = writer.getExtraCatalog();
        catalog.put(PdfName.LANG, new PdfString(Locale.GERMANY.toLanguageTag()));
        try {
            writer.setOutputIntents("sRGB IEC61966-2.1", null, "http://www.color.org", "sRGB", SRGB);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write the colour profile, but failed", e);
        }
    }

    @Override
    public void onClose(ITextRenderer renderer) {
        var writer = Objects.requireNonNull(renderer.getWriter());
        var info = writer.getInfo();
        put(info, PdfName.TITLE, letter.title());
        put(info, PdfName.AUTHOR, letter.author());
        put(info, PdfName.CREATOR, creator());
        put(info, new PdfName("Vorlage"), letter.template());
        put(info, new PdfName("Vorlagenfassung"), letter.version());
        var date = new PdfDate(GregorianCalendar.from(madeAt.atZone(OFFICE)));
        info.put(PdfName.CREATIONDATE, date);
        info.put(PdfName.MODDATE, date);
        var producer = info.get(PdfName.PRODUCER);
        writer.setXmpMetadata(xmp(producer == null ? "OpenPDF" : ((PdfString) producer).toUnicodeString())
                .getBytes(StandardCharsets.UTF_8));
    }

    private String creator() {
        return "%s, Vorlage %s, Fassung %s".formatted(PROGRAM, letter.template(), letter.version());
    }

    private static void put(PdfDictionary info, PdfName name, String value) {
        info.put(name, new PdfString(value, PdfObject.TEXT_UNICODE));
    }

    private String xmp(String producer) {
        var time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                madeAt.truncatedTo(ChronoUnit.SECONDS).atZone(OFFICE));
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
                 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
                <dc:language><rdf:Bag><rdf:li>de-DE</rdf:li></rdf:Bag></dc:language>
                <dc:identifier>urn:uuid:%s</dc:identifier>
                <xmp:CreatorTool>%s</xmp:CreatorTool>
                <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
                <xmpMM:DocumentID>urn:uuid:%s</xmpMM:DocumentID>
                <pdf:Producer>%s</pdf:Producer>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="r"?>
                """.formatted(
                        escaped(letter.title()),
                        escaped(letter.author()),
                        id,
                        escaped(creator()),
                        time,
                        time,
                        id,
                        escaped(producer));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
