package de.amtsfluss.references;

import static de.amtsfluss.references.Xml.BPMN;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A BPMN file.
 *
 * @param file its path in the project
 * @param root its XML
 */
record Model(String file, Element root) {

    static Model read(String name, Path file) {
        return new Model(name, Xml.root(file));
    }

    Stream<Element> processes() {
        return Xml.all(root, BPMN, "process");
    }

    /** The id of its only process. */
    String process() {
        return processes()
                .map(process -> process.getAttribute("id"))
                .findFirst()
                .orElse("");
    }

    /** A property of the process itself. */
    Optional<String> property(String name) {
        return Xml.all(root, Xml.ZEEBE, "property")
                .filter(property -> name.equals(property.getAttribute("name")))
                .filter(property -> "process"
                        .equals(property.getParentNode()
                                .getParentNode()
                                .getParentNode()
                                .getLocalName()))
                .map(property -> property.getAttribute("value"))
                .findFirst();
    }

    List<Step> steps() {
        return processes()
                .flatMap(process -> Xml.all(process, BPMN, "*")
                        .filter(Step::is)
                        .map(element -> new Step(this, process.getAttribute("id"), element)))
                .toList();
    }

    Optional<Step> step(String id) {
        return steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }

    Optional<Element> message(String id) {
        return Xml.all(root, BPMN, "message")
                .filter(message -> id.equals(message.getAttribute("id")))
                .findFirst();
    }
}
