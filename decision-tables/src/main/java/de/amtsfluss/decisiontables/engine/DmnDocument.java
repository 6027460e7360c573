package de.amtsfluss.decisiontables.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
import org.xml.sax.SAXParseException;

/**
 * The XML of a DMN file, read to find what Flowable passes over in silence: elements we do not run, the annotations of
 * the rows, and that a table without hit policy is Unique.
 *
 * @param hitPolicy the hit policy, as the standard defaults it
 * @param annotations one text for each row, empty where there is none
 * @param findings what is not understood, each with element and id
 */
record DmnDocument(String hitPolicy, List<String> annotations, List<String> findings) {

    private static final String DMN_13 = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String DMNDI_13 = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    private static final Set<String> FEEL = Set.of("", "feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");
    private static final Set<String> HIT_POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "RULE ORDER", "COLLECT");
    private static final Set<String> UNDERSTOOD = Set.of(
            "definitions",
            "inputData",
            "variable",
            "decision",
            "description",
            "question",
            "allowedAnswers",
            "informationRequirement",
            "requiredInput",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "annotation",
            "rule",
            "inputEntry",
            "outputEntry",
            "annotationEntry",
            "text");

    /**
     * Reads a file.
     *
     * @throws RefusedTableException when it is no well-formed XML, has a document type, or is no DMN 1.3
     */
    static DmnDocument read(TableFile file) {
        Element root = root(file);
        if (!DMN_13.equals(root.getNamespaceURI()) || !"definitions".equals(root.getLocalName())) {
            throw new RefusedTableException(
                    file.name(),
                    List.of("expected <definitions> of DMN 1.3 (%s), but found %s of %s"
                            .formatted(DMN_13, label(root), root.getNamespaceURI())));
        }
        List<String> findings = new ArrayList<>();
        collectUnknown(root, findings);
        collectForeignLanguages(root, findings);
        List<Element> decisions = all(root, "decision");
        List<Element> tables = all(root, "decisionTable");
        if (decisions.size() != 1 || tables.size() != 1) {
            findings.add("expected one <decision> with one <decisionTable>, but found %d with %d"
                    .formatted(decisions.size(), tables.size()));
            return new DmnDocument("", List.of(), findings);
        }
        if (!decisions.getFirst().getAttribute("id").equals(file.stem())) {
            findings.add("expected %s to have the id '%s' like its file, but it differs"
                    .formatted(label(decisions.getFirst()), file.stem()));
        }
        checkShape(tables.getFirst(), findings);
        String hitPolicy = hitPolicy(tables.getFirst(), findings);
        return new DmnDocument(
                hitPolicy,
                all(root, "rule").stream().map(DmnDocument::annotation).toList(),
                findings);
    }

    /** Flowable would fail with an index, or run a row without its last cells. */
    private static void checkShape(Element table, List<String> findings) {
        int inputs = count(table, "input");
        int outputs = count(table, "output");
        List<Element> rules = all(table, "rule");
        if (inputs == 0 || outputs == 0 || rules.isEmpty()) {
            findings.add("expected %s to have inputs, outputs and rules, but found %d, %d and %d"
                    .formatted(label(table), inputs, outputs, rules.size()));
        }
        for (Element rule : rules) {
            if (count(rule, "inputEntry") != inputs || count(rule, "outputEntry") != outputs) {
                findings.add("expected %s to have %d inputs and %d outputs, but found %d and %d"
                        .formatted(
                                label(rule), inputs, outputs, count(rule, "inputEntry"), count(rule, "outputEntry")));
            }
        }
    }

    private static int count(Element element, String name) {
        return (int) children(element)
                .filter(child -> name.equals(child.getLocalName()))
                .count();
    }

    private static String hitPolicy(Element table, List<String> findings) {
        String hitPolicy = table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE";
        if (!HIT_POLICIES.contains(hitPolicy)) {
            findings.add("expected %s to have one of the hit policies %s, but found '%s'"
                    .formatted(label(table), HIT_POLICIES.stream().sorted().toList(), hitPolicy));
        }
        if (table.hasAttribute("aggregation")) {
            findings.add("expected %s to have no aggregation, but found '%s'"
                    .formatted(label(table), table.getAttribute("aggregation")));
        }
        return hitPolicy;
    }

    /** The editor writes the annotation column as the description of the rule, the standard has annotation entries. */
    private static String annotation(Element rule) {
        return children(rule)
                .filter(child ->
                        "description".equals(child.getLocalName()) || "annotationEntry".equals(child.getLocalName()))
                .map(child -> child.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static void collectUnknown(Element element, List<String> findings) {
        if (DMNDI_13.equals(element.getNamespaceURI())) {
            return;
        }
        if (!DMN_13.equals(element.getNamespaceURI()) || !UNDERSTOOD.contains(element.getLocalName())) {
            findings.add("expected only what a single decision table needs, but found %s".formatted(label(element)));
            return;
        }
        children(element).forEach(child -> collectUnknown(child, findings));
    }

    private static void collectForeignLanguages(Element element, List<String> findings) {
        String language = element.getAttribute("expressionLanguage");
        if (!FEEL.contains(language)) {
            findings.add("expected %s to be in FEEL, but found '%s'".formatted(label(element), language));
        }
        children(element).forEach(child -> collectForeignLanguages(child, findings));
    }

    private static Element root(TableFile file) {
        try {
            return parser().parse(file.open()).getDocumentElement();
        } catch (SAXParseException e) {
            throw new RefusedTableException(
                    file.name(),
                    List.of("expected well-formed XML without document type, but line %d says: %s"
                            .formatted(e.getLineNumber(), e.getMessage())));
        } catch (SAXException | IOException e) {
            throw new RefusedTableException(file.name(), List.of("expected XML, but: %s".formatted(e.getMessage())));
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

    private static List<Element> all(Element root, String name) {
        return elements(root.getElementsByTagNameNS(DMN_13, name)).toList();
    }

    private static Stream<Element> children(Element element) {
        return elements(element.getChildNodes());
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).mapMulti(DmnDocument::ifElement);
    }

    private static void ifElement(@Nullable Node node, Consumer<Element> next) {
        if (node instanceof Element element) {
            next.accept(element);
        }
    }

    private static String label(Element element) {
        String id = element.getAttribute("id");
        return id.isEmpty()
                ? "<%s>".formatted(element.getLocalName())
                : "<%s id=\"%s\">".formatted(element.getLocalName(), id);
    }
}
