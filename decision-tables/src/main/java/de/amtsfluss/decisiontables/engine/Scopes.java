package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Finds out what the expressions of each decision and function of a file may name. */
final class Scopes {

    private final Drg drg;
    private final Map<String, FeelType> inputs = new LinkedHashMap<>();

    Scopes(Drg drg, FileFeel feel) {
        this.drg = drg;
        drg.all("inputData").forEach(input -> inputs.put(Drg.name(input), type(input, feel)));
    }

    private static FeelType type(Element node, FileFeel feel) {
        return feel.typeOrAny(DmnXml.label(node), Drg.typeRef(node));
    }

    /** A decision may name the inputs of the file, and what it requires by name and by id. */
    Scope ofDecision(Element decision, Map<String, Functions.Function> functions, FileFeel feel) {
        Map<String, FeelType> declared = new LinkedHashMap<>(inputs);
        Map<String, DecisionId> results = new HashMap<>();
        Map<String, Element> required = new HashMap<>();
        drg.references(decision, "requiredInput").forEach(input -> {
            claim(required, Drg.name(input), input, decision, feel.findings());
            declared.put(Drg.name(input), type(input, feel));
        });
        drg.references(decision, "requiredDecision")
                .forEach(other -> names(other).forEach(name -> {
                    claim(required, name, other, decision, feel.findings());
                    declared.put(name, FeelType.Basic.ANY);
                    results.put(name, new DecisionId(other.getAttribute("id")));
                }));
        return new Scope(declared, results, functions, foreign(declared, functions), false);
    }

    /** A function names its parameters and the functions it requires. */
    Scope ofFunction(Map<String, String> parameters, Map<String, Functions.Function> functions, FileFeel feel) {
        Map<String, FeelType> declared = new LinkedHashMap<>();
        parameters.forEach((name, typeRef) ->
                declared.put(name, feel.typeOrAny("<formalParameter name=\"%s\">".formatted(name), typeRef)));
        return new Scope(declared, Map.of(), functions, foreign(declared, functions), true);
    }

    private static Stream<String> names(Element node) {
        return Stream.of(Drg.name(node), node.getAttribute("id")).distinct();
    }

    private static void claim(
            Map<String, Element> required, String name, Element node, Element decision, List<String> findings) {
        Element other = required.putIfAbsent(name, node);
        if (other != null && !other.isSameNode(node)) {
            findings.add("expected what %s requires to have names of its own, but %s and %s are both called '%s'"
                    .formatted(DmnXml.label(decision), DmnXml.label(other), DmnXml.label(node), name));
        }
    }

    /** A name that the file knows would else be taken for an input that nobody gives. */
    private Map<String, String> foreign(Map<String, FeelType> declared, Map<String, Functions.Function> functions) {
        Map<String, String> foreign = new HashMap<>();
        Stream.of("decision", "businessKnowledgeModel", "decisionService")
                .flatMap(kind -> drg.all(kind).stream())
                .forEach(node -> names(node).forEach(name -> foreign.put(name, DmnXml.label(node))));
        foreign.keySet().removeAll(declared.keySet());
        foreign.keySet().removeAll(functions.keySet());
        return foreign;
    }
}
