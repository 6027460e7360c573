package de.amtsfluss.processes.model;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The XML of a BPMN file: well-formed, of our engine, and made of known elements only. */
final class ModelXml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final String PLATFORM = "Camunda Cloud";

    private static final Map<String, String> OTHER_ENGINES = Map.of(
            "http://camunda.org/schema/1.0/bpmn", "Camunda 7",
            "http://flowable.org/bpmn", "Flowable",
            "http://activiti.org/bpmn", "Activiti");

    /** The model library is newer than the engine, 8.6, which would pass over these in silence. */
    private static final Set<String> NEWER_THAN_ENGINE =
            Set.of("adHoc", "conditionalFilter", "linkedResource", "linkedResources", "taskListener", "taskListeners");

    private final ModelFile file;
    private final Element root;

    private ModelXml(ModelFile file, Element root) {
        this.file = file;
        this.root = root;
    }

    /** All that is wrong with the XML of a file; with findings, nothing else should be read from it. */
    static List<Finding> check(ModelFile file) {
        try {
            return new ModelXml(file, parse(file).getDocumentElement()).check();
        } catch (SAXParseException e) {
            return List.of(new Finding(
                    file.name(),
                    "",
                    "Expected XML without document type, but line %d says: %s"
                            .formatted(e.getLineNumber(), e.getMessage())));
        } catch (SAXException | IOException e) {
            return List.of(new Finding(file.name(), "", "Expected XML, but: " + e.getMessage()));
        }
    }

    private List<Finding> check() {
        if (!BPMN.equals(root.getNamespaceURI()) || !"definitions".equals(root.getLocalName())) {
            return List.of(finding(root, "Expected <definitions> of BPMN 2.0, but found %s".formatted(label(root))));
        }
        var foreign = otherEngine();
        if (!foreign.isEmpty()) {
            return foreign;
        }
        var unknown = elements(root)
                .filter(element -> !isKnown(element))
                .map(element -> finding(
                        element, "Expected only elements that Zeebe 8.6 knows, but found %s".formatted(label(element))))
                .toList();
        return unknown.isEmpty() ? ModelSchema.check(file, root.getOwnerDocument()) : unknown;
    }

    private List<Finding> otherEngine() {
        var findings = new ArrayList<Finding>();
        elements(root)
                .filter(element -> OTHER_ENGINES.containsKey(usedEngine(element)))
                .findFirst()
                .map(element -> finding(
                        element,
                        "Expected a model for Zeebe, but it is one for %s: it uses the namespace %s"
                                .formatted(OTHER_ENGINES.get(usedEngine(element)), usedEngine(element))))
                .ifPresent(findings::add);
        var platform = root.getAttributeNS(MODELER, "executionPlatform");
        if (!PLATFORM.equals(platform)) {
            findings.add(
                    finding(root, "Expected the executionPlatform '%s', but found '%s'".formatted(PLATFORM, platform)));
        }
        return findings;
    }

    /** The namespace of another engine at the element or at its attributes, or any other namespace of it. */
    private static String usedEngine(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .map(Attr.class::cast)
                .map(attribute -> String.valueOf(attribute.getNamespaceURI()))
                .filter(OTHER_ENGINES::containsKey)
                .findFirst()
                .orElse(String.valueOf(element.getNamespaceURI()));
    }

    private static boolean isKnown(Element element) {
        var namespace = element.getNamespaceURI();
        if (!BPMN.equals(namespace) && !ZEEBE.equals(namespace)) {
            return true;
        }
        if (ZEEBE.equals(namespace) && NEWER_THAN_ENGINE.contains(element.getLocalName())) {
            return false;
        }
        var type = Bpmn.INSTANCE.getBpmnModel().getTypeForName(namespace, element.getLocalName());
        // The library gives a generic type to what it does not know, once it has met it.
        return type != null && !ModelElementInstance.class.equals(type.getInstanceType());
    }

    private Finding finding(Element element, String sentence) {
        return new Finding(file.name(), id(element), sentence);
    }

    /** The id of the element or of the next one around it that has an id. */
    static String id(Element element) {
        var id = element.getAttribute("id");
        return id.isEmpty() && element.getParentNode() instanceof Element parent ? id(parent) : id;
    }

    private static String label(Element element) {
        return "<%s>".formatted(element.getNodeName());
    }

    private static Stream<Element> elements(Element root) {
        var all = root.getElementsByTagNameNS("*", "*");
        return Stream.concat(
                Stream.of(root),
                IntStream.range(0, all.getLength()).mapToObj(all::item).map(Element.class::cast));
    }

    private static Document parse(ModelFile file) throws SAXException, IOException {
        return parser().parse(file.open());
    }

    /** Without document types there are no entities, and so neither foreign files nor bombs. */
    static DocumentBuilder parser() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Expected the JDK's XML parser to refuse document types, but it cannot", e);
        }
    }
}
