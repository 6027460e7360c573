package de.amtsfluss.decisiontables.xml;

import java.io.IOException;
import java.io.InputStream;
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

/**
 * XML of which nothing is known yet. Without document types there are no entities, and so neither foreign files nor
 * bombs.
 */
public final class UntrustedXml {

    private UntrustedXml() {}

    /**
     * Reads a document.
     *
     * @return its root
     * @throws SAXException when it is no well-formed XML or has a document type
     * @throws IOException when the stream fails, or the text is not in the encoding it claims
     */
    public static Element root(InputStream content) throws SAXException, IOException {
        return parser().parse(content).getDocumentElement();
    }

    /** Returns the elements within an element. */
    public static Stream<Element> children(Element element) {
        return elements(element.getChildNodes());
    }

    /** Returns the elements of a name within an element, whatever their namespace. */
    public static Stream<Element> children(Element element, String name) {
        return children(element).filter(child -> name.equals(child.getLocalName()));
    }

    /** Returns the elements among nodes. */
    public static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).mapMulti(UntrustedXml::ifElement);
    }

    private static void ifElement(@Nullable Node node, Consumer<Element> next) {
        if (node instanceof Element element) {
            next.accept(element);
        }
    }

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
