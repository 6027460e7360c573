package de.amtsfluss.references;

import static de.amtsfluss.references.Xml.BPMN;
import static de.amtsfluss.references.Xml.ZEEBE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * An element of a process that is drawn on its own: activity, event, gateway or flow.
 *
 * @param model where it stands
 * @param process the id of its process
 * @param element its XML
 */
record Step(Model model, String process, Element element) {

    private static final Set<String> SCOPES = Set.of("process", "subProcess", "transaction");
    private static final Set<String> NOT_DRAWN = Set.of(
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "laneSet",
            "ioSpecification",
            "multiInstanceLoopCharacteristics",
            "textAnnotation",
            "association");
    private static final Set<String> EXPRESSIONS =
            Set.of("conditionExpression", "timeDate", "timeDuration", "timeCycle", "completionCondition");

    static boolean is(Element element) {
        return element.getParentNode() instanceof Element parent
                && SCOPES.contains(parent.getLocalName())
                && BPMN.equals(element.getNamespaceURI())
                && !NOT_DRAWN.contains(element.getLocalName());
    }

    String id() {
        return element.getAttribute("id");
    }

    /** Elements of the engine's namespace that belong to this step itself. */
    Stream<Element> zeebe(String name) {
        return own().filter(child -> ZEEBE.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()));
    }

    /** A constant at an element of the engine's namespace; nothing where it is computed. */
    Optional<String> constant(String name, String attribute) {
        return zeebe(name)
                .flatMap(child -> Xml.attribute(child, attribute).stream())
                .filter(Predicate.not(Step::isExpression))
                .findFirst();
    }

    Optional<String> header(String key) {
        return zeebe("header")
                .filter(header -> key.equals(header.getAttribute("key")))
                .flatMap(header -> Xml.attribute(header, "value").stream())
                .findFirst();
    }

    /** The id of the element template it was made from. */
    Optional<String> elementTemplate() {
        return Optional.of(element.getAttributeNS(ZEEBE, "modelerTemplate")).filter(id -> !id.isBlank());
    }

    /** The names listed in a property, such as {@code startVariablen}. */
    List<String> listed(String property) {
        return zeebe("property")
                .filter(candidate -> property.equals(candidate.getAttribute("name")))
                .flatMap(found -> Arrays.stream(found.getAttribute("value").split(",")))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    /** The messages the step waits for or starts with. */
    Stream<Element> messages() {
        return Stream.concat(Stream.of(element), own())
                .flatMap(candidate -> Xml.attribute(candidate, "messageRef").stream())
                .flatMap(id -> model.message(id).stream());
    }

    boolean takes(String message) {
        return messages().anyMatch(taken -> message.equals(taken.getAttribute("name")));
    }

    /** Whether a process begins with it; what begins an event sub-process waits within one that has begun. */
    boolean isStart() {
        return "startEvent".equals(element.getLocalName())
                && element.getParentNode() instanceof Element scope
                && "process".equals(scope.getLocalName());
    }

    List<Mapping> mappings(String kind) {
        return zeebe(kind)
                .map(mapping -> new Mapping(mapping.getAttribute("source"), mapping.getAttribute("target")))
                .toList();
    }

    /** All expressions besides the input and output mappings. */
    List<String> expressions() {
        var attributes = own().filter(child -> ZEEBE.equals(child.getNamespaceURI()))
                .filter(child -> !Set.of("input", "output").contains(child.getLocalName()))
                .flatMap(Xml::attributes);
        var texts = own().filter(child -> EXPRESSIONS.contains(child.getLocalName()))
                .map(Element::getTextContent);
        // A message that starts a process is not correlated by its contents.
        var keys = messages()
                .filter(message -> !isStart())
                .flatMap(message -> Xml.all(message, ZEEBE, "subscription"))
                .map(subscription -> subscription.getAttribute("correlationKey"));
        return Stream.of(attributes, texts, keys)
                .flatMap(stream -> stream)
                .map(String::strip)
                .filter(Step::isExpression)
                .toList();
    }

    /** Variables that exist within the step only, or within those around it. */
    Set<String> inner() {
        return Stream.concat(mappings("input").stream().map(Mapping::variable), outer().stream())
                .collect(Collectors.toSet());
    }

    /** Variables of the steps around, and of the loop; a boundary event lies within its activity. */
    Set<String> outer() {
        var loop = zeebe("loopCharacteristics")
                .flatMap(loops ->
                        Stream.concat(Xml.attribute(loops, "inputElement").stream(), Stream.of("loopCounter")));
        var attached = Xml.attribute(element, "attachedToRef").flatMap(model::step);
        var parent = element.getParentNode() instanceof Element scope && is(scope)
                ? Stream.of(new Step(model, process, scope))
                : Stream.<Step>empty();
        return Stream.concat(loop, Stream.concat(attached.stream(), parent).flatMap(step -> step.inner().stream()))
                .collect(Collectors.toSet());
    }

    private Stream<Element> own() {
        return Xml.below(element, child -> !is(child));
    }

    static boolean isExpression(@Nullable String text) {
        return text != null && text.startsWith("=");
    }

    /**
     * An input or output of a step.
     *
     * @param source the expression
     * @param target the variable, or a place within it
     */
    record Mapping(String source, String target) {

        String variable() {
            return target.split("\\.", 2)[0];
        }
    }
}
