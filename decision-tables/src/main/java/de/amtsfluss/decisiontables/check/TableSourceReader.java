package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.TableSource.Column;
import de.amtsfluss.decisiontables.check.TableSource.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
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
            Element root = parser().parse(new ByteArrayInputStream(source)).getDocumentElement();
            return elements(root.getElementsByTagNameNS("*", "decisionTable"))
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
        return elements(parent.getChildNodes()).filter(child -> name.equals(child.getLocalName()));
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).mapMulti(TableSourceReader::ifElement);
    }

    private static void ifElement(@Nullable Node node, Consumer<Element> next) {
        if (node instanceof Element element) {
            next.accept(element);
        }
    }

    /** Without document types there are no entities, and so neither foreign files nor bombs. */
    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Expected the JDK's XML parser to refuse document types, but it cannot", e);
        }
    }
}
