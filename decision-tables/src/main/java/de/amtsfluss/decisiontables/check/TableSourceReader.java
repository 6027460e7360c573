package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.TableSource.Column;
import de.amtsfluss.decisiontables.check.TableSource.Row;
import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads the decision tables of a DMN file. */
final class TableSourceReader {

    private TableSourceReader() {}

    /**
     * Reads a file.
     *
     * @throws SAXException when it is no well-formed XML or has a document type
     */
    static List<TableSource> read(byte[] source) throws SAXException {
        try {
            Element root = UntrustedXml.root(new ByteArrayInputStream(source));
            return UntrustedXml.elements(root.getElementsByTagNameNS("*", "decisionTable"))
                    .map(TableSourceReader::table)
                    .toList();
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }

    private static TableSource table(Element table) {
        String hitPolicy = table.getAttribute("hitPolicy");
        List<Row> rows = new ArrayList<>();
        for (Element rule : children(table, "rule").toList()) {
            rows.add(new Row(rows.size() + 1, texts(rule, "inputEntry"), texts(rule, "outputEntry")));
        }
        return new TableSource(
                table.getParentNode() instanceof Element decision ? decision.getAttribute("id") : "",
                hitPolicy.isEmpty() ? "UNIQUE" : hitPolicy,
                table.getAttribute("aggregation"),
                children(table, "input").map(TableSourceReader::input).toList(),
                children(table, "output").map(TableSourceReader::output).toList(),
                rows);
    }

    private static Column input(Element input) {
        return children(input, "inputExpression")
                .findFirst()
                .map(expression -> new Column(text(expression), type(expression), firstText(input, "inputValues"), ""))
                .orElseGet(() -> new Column("", "", "", ""));
    }

    private static Column output(Element output) {
        return new Column(
                output.getAttribute("name"),
                type(output),
                firstText(output, "outputValues"),
                firstText(output, "defaultOutputEntry"));
    }

    /** DMN 1.1 wrote types as qualified names. */
    private static String type(Element element) {
        String typeRef = element.getAttribute("typeRef");
        return typeRef.startsWith("feel:") ? typeRef.substring("feel:".length()) : typeRef;
    }

    private static List<String> texts(Element parent, String name) {
        return children(parent, name).map(TableSourceReader::text).toList();
    }

    private static String firstText(Element parent, String name) {
        return texts(parent, name).stream().findFirst().orElse("");
    }

    private static String text(Element parent) {
        return children(parent, "text")
                .findFirst()
                .map(text -> text.getTextContent().strip())
                .orElse("");
    }

    private static Stream<Element> children(Element parent, String name) {
        return UntrustedXml.children(parent).filter(child -> name.equals(child.getLocalName()));
    }
}
