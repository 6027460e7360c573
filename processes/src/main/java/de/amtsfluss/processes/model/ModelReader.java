package de.amtsfluss.processes.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads names, instructions and forms from a BPMN file. */
final class ModelReader {

    private ModelReader() {}

    static Map<ElementName, ModelElement> read(InputStream model) throws IOException {
        try {
            return readElements(ModelXml.parser().parse(model).getDocumentElement());
        } catch (SAXException e) {
            throw new IOException("Expected a BPMN model, but " + e.getMessage(), e);
        }
    }

    private static Map<ElementName, ModelElement> readElements(Element definitions) {
        var elements = new HashMap<ElementName, ModelElement>();
        var processes = definitions.getElementsByTagNameNS(ModelXml.BPMN, "process");
        for (var i = 0; i < processes.getLength(); i++) {
            var process = (Element) processes.item(i);
            var all = process.getElementsByTagNameNS(ModelXml.BPMN, "*");
            for (var j = 0; j < all.getLength(); j++) {
                var element = (Element) all.item(j);
                elements.put(new ElementName(process.getAttribute("id"), element.getAttribute("id")), read(element));
            }
        }
        return elements;
    }

    private static ModelElement read(Element element) {
        var forms = element.getElementsByTagNameNS(ModelXml.ZEEBE, "formDefinition");
        var form = forms.getLength() == 0 ? "" : ((Element) forms.item(0)).getAttribute("formId");
        return new ModelElement(element.getAttribute("name"), documentation(element), form);
    }

    private static String documentation(Element element) {
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e && "documentation".equals(e.getLocalName())) {
                return e.getTextContent().strip();
            }
        }
        return "";
    }
}
