package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads the XML of a DMN file of any version as DMN 1.3, which Flowable checks by its schema.
 *
 * <p>The versions differ in their namespaces, and in elements that a single decision table does not use. The namespaces
 * are those of the OMG, at {@code https://www.omg.org/spec/DMN}.
 */
final class DmnXml {

    static final String DMN_13 = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private static final Map<String, String> VERSIONS = Map.of(
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "1.1",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "1.2",
            DMN_13,
            "1.3",
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "1.4",
            "https://www.omg.org/spec/DMN/20230324/MODEL/",
            "1.5");
    private static final Set<String> DIAGRAMS = Set.of(
            "http://www.omg.org/spec/DMN/20180521/DMNDI/",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "https://www.omg.org/spec/DMN/20230324/DMNDI/");
    private static final Set<String> FEEL = Set.of(
            "",
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/");

    private DmnXml() {}

    /**
     * Reads a file.
     *
     * @return its root, in the namespace of DMN 1.3
     * @throws RefusedTableException when it is no well-formed XML, has a document type, or is no DMN 1.1 to 1.5
     */
    static Element read(TableFile file) {
        Element root = root(file);
        String namespace = root.getNamespaceURI();
        if (namespace == null || !VERSIONS.containsKey(namespace) || !"definitions".equals(root.getLocalName())) {
            throw new RefusedTableException(
                    file.name(),
                    List.of("expected <definitions> of DMN %s, but found <%s> of %s"
                            .formatted(VERSIONS.values().stream().sorted().toList(), root.getLocalName(), namespace)));
        }
        withoutDiagrams(root);
        withoutExtensions(root, namespace);
        return DMN_13.equals(namespace) ? root : (Element) rewritten(root, namespace);
    }

    private static boolean isDiagram(Element element) {
        return element.getNamespaceURI() != null && DIAGRAMS.contains(element.getNamespaceURI());
    }

    /** Says whether an expression language is FEEL. */
    static boolean isFeel(String language) {
        return FEEL.contains(language);
    }

    /** Returns all elements of a name. */
    static List<Element> all(Element root, String name) {
        return UntrustedXml.elements(root.getElementsByTagNameNS(DMN_13, name)).toList();
    }

    /** Returns the children of a name. */
    static Stream<Element> children(Element parent, String name) {
        return UntrustedXml.children(parent, name);
    }

    /** Returns the first child of a name, or null when there is none. */
    static @Nullable Element child(Element parent, String name) {
        return children(parent, name).findFirst().orElse(null);
    }

    /** Returns an element for a message. */
    static String label(Element element) {
        String id = element.getAttribute("id");
        return id.isEmpty()
                ? "<%s>".formatted(element.getLocalName())
                : "<%s id=\"%s\">".formatted(element.getLocalName(), id);
    }

    /** Writes an element as a document, for Flowable to read. */
    static TableFile written(String name, Element root) {
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newTransformer().transform(new DOMSource(root), new StreamResult(content));
            return new TableFile(name, content.toByteArray());
        } catch (TransformerException e) {
            throw new IllegalStateException("Expected to write '%s', but it failed".formatted(name), e);
        }
    }

    /** The drawings of other versions are not those of the schema, and nobody looks at them here. */
    private static void withoutDiagrams(Element root) {
        UntrustedXml.children(root).filter(DmnXml::isDiagram).toList().forEach(root::removeChild);
    }

    /** DMN 1.3, 6.3.16: what others add there does not change what the elements of the standard mean. */
    private static void withoutExtensions(Element element, String namespace) {
        for (Element child : UntrustedXml.children(element).toList()) {
            if ("extensionElements".equals(child.getLocalName()) && namespace.equals(child.getNamespaceURI())) {
                element.removeChild(child);
            } else {
                withoutExtensions(child, namespace);
            }
        }
    }

    private static Node rewritten(Element element, String namespace) {
        for (Element child : UntrustedXml.children(element).toList()) {
            rewritten(child, namespace);
        }
        // DMN 1.1 wrote types as qualified names.
        if (element.getAttribute("typeRef").startsWith("feel:")) {
            element.setAttribute("typeRef", element.getAttribute("typeRef").substring("feel:".length()));
        }
        if (!namespace.equals(element.getNamespaceURI())) {
            return element;
        }
        element.removeAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, XMLConstants.XMLNS_ATTRIBUTE);
        return Objects.requireNonNull(element.getOwnerDocument()).renameNode(element, DMN_13, element.getLocalName());
    }

    private static Element root(TableFile file) {
        try {
            return UntrustedXml.root(file.open());
        } catch (SAXParseException e) {
            throw new RefusedTableException(
                    file.name(),
                    List.of("expected well-formed XML without document type, but line %d says: %s"
                            .formatted(e.getLineNumber(), e.getMessage())));
        } catch (SAXException | IOException e) {
            throw new RefusedTableException(file.name(), List.of("expected XML, but: %s".formatted(e.getMessage())));
        }
    }
}
