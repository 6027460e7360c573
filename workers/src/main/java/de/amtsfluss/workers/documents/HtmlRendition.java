package de.amtsfluss.workers.documents;

import de.amtsfluss.workers.documents.template.FilledLetter;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Writes a filled letter as one HTML file that needs no other (HTML Living Standard, 13.3). */
final class HtmlRendition {

    private static final Set<String> WITHOUT_END = Set.of("meta", "br", "hr", "img", "col");

    private final StringBuilder html = new StringBuilder("<!DOCTYPE html>\n");
    private final Map<String, byte[]> pictures;

    private HtmlRendition(Map<String, byte[]> pictures) {
        this.pictures = pictures;
    }

    static String of(FilledLetter letter) {
        var rendition = new HtmlRendition(letter.pictures());
        rendition.write(letter.markup().getDocumentElement());
        return rendition.html.append('\n').toString();
    }

    private void write(Node node) {
        if (node instanceof Text text) {
            html.append(escaped(text.getData()));
        } else if (node instanceof Element element) {
            write(element);
        }
    }

    private void write(Element element) {
        var name = element.getTagName();
        html.append('<').append(name);
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            writeAttribute(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        html.append('>');
        if (WITHOUT_END.contains(name)) {
            return;
        }
        if (name.equals("style")) {
            // Styles are not escaped in HTML; the rules of letters keep their end out of them.
            html.append(element.getTextContent());
        } else {
            for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                write(child);
            }
        }
        html.append("</").append(name).append('>');
    }

    private void writeAttribute(String name, String value) {
        if (name.startsWith("xmlns")) {
            return;
        }
        var written = name.equals("src")
                ? "data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(pictures.getOrDefault(value, new byte[0]))
                : value;
        html.append(' ').append(name).append("=\"").append(escaped(written)).append('"');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\u00A0", "&nbsp;");
    }
}
