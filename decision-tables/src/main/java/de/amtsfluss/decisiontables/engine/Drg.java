package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.names.KnownNames;
import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a file has of decisions, inputs, knowledge and services, and what each requires: DMN 1.3, chapter 6. */
final class Drg {

    private static final Set<String> NODES =
            Set.of("inputData", "decision", "businessKnowledgeModel", "decisionService");

    /** Which kinds of elements a reference may point to. */
    private static final Map<String, Set<String>> TARGETS = Map.of(
            "requiredInput", Set.of("inputData"),
            "requiredDecision", Set.of("decision"),
            "requiredKnowledge", Set.of("businessKnowledgeModel", "decisionService"),
            "outputDecision", Set.of("decision"),
            "encapsulatedDecision", Set.of("decision"),
            "inputDecision", Set.of("decision"),
            "inputData", Set.of("inputData"));

    private final Map<String, Element> nodes = new LinkedHashMap<>();
    private final List<String> findings;
    private final Set<Element> sound = new HashSet<>();

    private Drg(List<String> findings) {
        this.findings = findings;
    }

    /** Reads a file; references to nothing and cycles become findings. */
    static Drg of(Element root, List<String> findings) {
        Drg drg = new Drg(findings);
        UntrustedXml.children(root)
                .filter(child -> NODES.contains(child.getLocalName()))
                .forEach(drg::add);
        drg.nodes.values().forEach(drg::checkReferences);
        if (findings.isEmpty()) {
            drg.nodes.values().forEach(node -> drg.checkCycles(node, new LinkedHashSet<>()));
        }
        if (drg.all("decision").isEmpty()) {
            findings.add("expected at least one <decision>, but found none");
        }
        return drg;
    }

    /** Returns the name of an element by which expressions call it: DMN 1.3, 6.3.7, that of its variable. */
    static String name(Element node) {
        Element variable = DmnXml.child(node, "variable");
        return Stream.of(
                        variable == null ? "" : variable.getAttribute("name"),
                        node.getAttribute("name"),
                        node.getAttribute("id"))
                .map(KnownNames::canonical)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Returns the type of the variable of an element; empty when it has none. */
    static String typeRef(Element node) {
        Element variable = DmnXml.child(node, "variable");
        return variable == null ? "" : variable.getAttribute("typeRef");
    }

    /** Returns all elements of a kind. */
    List<Element> all(String kind) {
        return nodes.values().stream()
                .filter(node -> kind.equals(node.getLocalName()))
                .toList();
    }

    /** Returns what an element refers to, such as the decisions it requires. */
    List<Element> references(Element node, String kind) {
        return hrefs(node)
                .filter(reference -> kind.equals(reference.getLocalName()))
                .flatMap(reference -> target(reference).stream())
                .distinct()
                .toList();
    }

    private void add(Element node) {
        String id = node.getAttribute("id");
        if (!DecisionId.isId(id)) {
            findings.add("expected <%s name=\"%s\"> to have an id that is a name in XML, but found '%s'"
                    .formatted(node.getLocalName(), node.getAttribute("name"), id));
        } else if (nodes.putIfAbsent(id, node) != null) {
            findings.add("expected each element to have an id of its own, but two are called '%s'".formatted(id));
        }
    }

    private Stream<Element> hrefs(Element node) {
        Stream<Element> required = Stream.of("informationRequirement", "knowledgeRequirement")
                .flatMap(kind -> DmnXml.children(node, kind))
                .flatMap(UntrustedXml::children);
        return Stream.concat(required, UntrustedXml.children(node)).filter(child -> child.hasAttribute("href"));
    }

    private Optional<Element> target(Element reference) {
        String href = reference.getAttribute("href");
        return Optional.ofNullable(href.startsWith("#") ? nodes.get(href.substring(1)) : null)
                .filter(node ->
                        TARGETS.getOrDefault(reference.getLocalName(), Set.of()).contains(node.getLocalName()));
    }

    private void checkReferences(Element node) {
        hrefs(node)
                .filter(reference -> TARGETS.containsKey(reference.getLocalName()))
                .filter(reference -> target(reference).isEmpty())
                .forEach(reference -> {
                    String expected = TARGETS.getOrDefault(reference.getLocalName(), Set.of()).stream()
                            .sorted()
                            .collect(Collectors.joining("> or a <", "<", ">"));
                    findings.add("expected <%s> in %s to refer to a %s of the file, but found '%s'"
                            .formatted(
                                    reference.getLocalName(),
                                    DmnXml.label(node),
                                    expected,
                                    reference.getAttribute("href")));
                });
    }

    private void checkCycles(Element node, Set<Element> way) {
        if (sound.contains(node)) {
            return;
        }
        if (!way.add(node)) {
            List<Element> cycle = new ArrayList<>(way);
            cycle = cycle.subList(cycle.indexOf(node), cycle.size());
            cycle.add(node);
            findings.add("expected %s not to require itself, but it does: %s"
                    .formatted(
                            DmnXml.label(node),
                            cycle.stream().map(each -> each.getAttribute("id")).collect(Collectors.joining(" → "))));
            sound.addAll(way);
            return;
        }
        Stream.of("requiredDecision", "requiredKnowledge", "outputDecision")
                .flatMap(kind -> references(node, kind).stream())
                .forEach(required -> checkCycles(required, way));
        way.remove(node);
        sound.add(node);
    }
}
