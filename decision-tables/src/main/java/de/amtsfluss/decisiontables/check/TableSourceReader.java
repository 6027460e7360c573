package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.TableSource.Column;
import de.amtsfluss.decisiontables.check.TableSource.Row;
import de.amtsfluss.decisiontables.names.KnownNames;
import de.amtsfluss.decisiontables.types.ImpliedTypes;
import de.amtsfluss.decisiontables.types.ItemDefinitions;
import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads the decision tables of a DMN file. */
final class TableSourceReader {

    private final ItemDefinitions types;

    private TableSourceReader(ItemDefinitions types) {
        this.types = types;
    }

    /**
     * What a file has to be checked.
     *
     * @param decides whether it has a decision at all
     * @param names the names that its FEEL may use
     * @param typeFindings what is wrong with the types it defines
     */
    record Source(boolean decides, KnownNames names, List<String> typeFindings, List<TableSource> tables) {}

    /**
     * Reads a file.
     *
     * @throws SAXException when it is no well-formed XML or has a document type
     */
    static Source read(byte[] source) throws SAXException {
        try {
            Element root = UntrustedXml.root(new ByteArrayInputStream(source));
            ImpliedTypes.complete(root);
            List<String> findings = new ArrayList<>();
            TableSourceReader reader = new TableSourceReader(ItemDefinitions.read(root, findings));
            return new Source(
                    UntrustedXml.children(root, "decision").findAny().isPresent(),
                    KnownNames.of(root),
                    findings,
                    UntrustedXml.elements(root.getElementsByTagNameNS("*", "decisionTable"))
                            .map(reader::table)
                            .toList());
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }

    private TableSource table(Element table) {
        String hitPolicy = table.getAttribute("hitPolicy");
        List<Row> rows = new ArrayList<>();
        for (Element rule : UntrustedXml.children(table, "rule").toList()) {
            rows.add(new Row(rows.size() + 1, texts(rule, "inputEntry"), texts(rule, "outputEntry")));
        }
        return new TableSource(
                owner(table),
                hitPolicy.isEmpty() ? "UNIQUE" : hitPolicy,
                table.getAttribute("aggregation"),
                types.names(),
                UntrustedXml.children(table, "input").map(this::input).toList(),
                UntrustedXml.children(table, "output").map(this::output).toList(),
                rows);
    }

    /** Returns the id of the decision or business knowledge model in which a table lies, however deep. */
    private static String owner(Element table) {
        Node node = table.getParentNode();
        while (node instanceof Element element) {
            String kind = String.valueOf(element.getLocalName());
            if ("decision".equals(kind) || "businessKnowledgeModel".equals(kind)) {
                return element.getAttribute("id");
            }
            node = element.getParentNode();
        }
        return "";
    }

    private Column input(Element input) {
        return UntrustedXml.children(input, "inputExpression")
                .findFirst()
                .map(expression -> column(expression, text(expression), firstText(input, "inputValues"), ""))
                .orElseGet(() -> column(input, "", "", ""));
    }

    private Column output(Element output) {
        return column(
                output,
                output.getAttribute("name"),
                firstText(output, "outputValues"),
                firstText(output, "defaultOutputEntry"));
    }

    private Column column(Element typed, String name, String allowed, String defaultEntry) {
        String typeRef = typed.getAttribute("typeRef");
        return new Column(name, typeRef, types.of(typeRef).orElse(null), allowed, defaultEntry);
    }

    private static List<String> texts(Element parent, String name) {
        return UntrustedXml.children(parent, name).map(TableSourceReader::text).toList();
    }

    private static String firstText(Element parent, String name) {
        return texts(parent, name).stream().findFirst().orElse("");
    }

    private static String text(Element parent) {
        return UntrustedXml.children(parent, "text")
                .findFirst()
                .map(text -> text.getTextContent().strip())
                .orElse("");
    }
}
