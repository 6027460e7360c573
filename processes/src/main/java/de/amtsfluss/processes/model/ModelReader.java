package de.amtsfluss.processes.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads names, instructions and forms from a BPMN file. */
final class ModelReader {

    private ModelReader() {}

    static Model read(InputStream model) throws IOException {
        try {
            return readElements(ModelXml.parser().parse(model).getDocumentElement());
        } catch (SAXException e) {
            throw new IOException("Expected a BPMN model, but " + e.getMessage(), e);
        }
    }

    private static Model readElements(Element definitions) {
        var found = new ArrayList<ModelProcess>();
        var elements = new HashMap<ElementName, ModelElement>();
        var processes = definitions.getElementsByTagNameNS(ModelXml.BPMN, "process");
        for (var i = 0; i < processes.getLength(); i++) {
            var process = (Element) processes.item(i);
            found.add(readProcess(process));
            var all = process.getElementsByTagNameNS(ModelXml.BPMN, "*");
            for (var j = 0; j < all.getLength(); j++) {
                var element = (Element) all.item(j);
                elements.put(new ElementName(process.getAttribute("id"), element.getAttribute("id")), read(element));
            }
        }
        return new Model(elements, found);
    }

    private static ModelProcess readProcess(Element process) {
        var properties = new HashMap<String, String>();
        child(process, "extensionElements")
                .flatMap(extensions -> child(extensions, "properties"))
                .ifPresent(list -> {
                    for (var child = list.getFirstChild(); child != null; child = child.getNextSibling()) {
                        if (child instanceof Element property) {
                            properties.put(property.getAttribute("name"), property.getAttribute("value"));
                        }
                    }
                });
        return new ModelProcess(
                process.getAttribute("id"), process.getAttribute("name"), documentation(process), properties);
    }

    private static Optional<Element> child(Element parent, String localName) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && localName.equals(element.getLocalName())) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static ModelElement read(Element element) {
        var forms = element.getElementsByTagNameNS(ModelXml.ZEEBE, "formDefinition");
        var form = forms.getLength() == 0 ? "" : ((Element) forms.item(0)).getAttribute("formId");
        return new ModelElement(element.getAttribute("name"), documentation(element), form);
    }

    private static String documentation(Element element) {
        return child(element, "documentation")
                .map(found -> found.getTextContent().strip())
                .orElse("");
    }

    /**
     * A model as people read it.
     *
     * @param elements its elements
     * @param processes its processes
     */
    record Model(Map<ElementName, ModelElement> elements, List<ModelProcess> processes) {}
}
