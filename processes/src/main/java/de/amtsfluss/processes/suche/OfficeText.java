package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.akte.datei.OfficePaket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The text of a DOCX (ECMA-376) or ODT (ISO/IEC 26300): what stands in its paragraphs, one blank between them. */
final class OfficeText {

    private static final XMLInputFactory XML = factory();
    private static final Set<String> PARAGRAPHS = Set.of("p", "h", "tab", "br", "line-break", "s");

    private OfficeText() {}

    static String docx(byte[] content, int longest) throws IOException {
        return text(content, "word/document.xml", longest);
    }

    static String odt(byte[] content, int longest) throws IOException {
        return text(content, "content.xml", longest);
    }

    private static String text(byte[] content, String part, int longest) throws IOException {
        var xml = OfficePaket.part(content, part)
                .orElseThrow(() -> new IOException("Expected the part '%s', but it is missing".formatted(part)));
        var text = new StringBuilder();
        try {
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext() && text.length() < longest) {
                switch (reader.next()) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                        if (PARAGRAPHS.contains(reader.getLocalName())) {
                            text.append(' ');
                        }
                    }
                    case XMLStreamConstants.DTD ->
                        throw new IOException("Expected XML without document type, but there is one");
                    default -> {
                        // Comments and instructions are no text.
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("Expected sound XML in '%s', but it is broken".formatted(part), e);
        }
        return text.toString();
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
