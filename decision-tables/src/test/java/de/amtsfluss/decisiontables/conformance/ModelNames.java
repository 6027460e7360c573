package de.amtsfluss.decisiontables.conformance;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.names.KnownNames;
import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What the elements of a model are called: test files name them by their names, the decision tables know them by id and
 * by the names of their variables.
 *
 * @param ids decisions and decision services by name
 * @param variables the names of the variables by the names of the elements
 * @param onlyTables whether all decisions are decision tables, without functions, services and other expressions
 */
record ModelNames(Map<String, DecisionId> ids, Map<String, String> variables, boolean onlyTables) {

    private static final Set<String> INVOCABLE = Set.of("businessKnowledgeModel", "decisionService");

    /** Reads a model. */
    static ModelNames of(Path model) {
        Map<String, DecisionId> ids = new HashMap<>();
        Map<String, String> variables = new HashMap<>();
        Set<String> kinds = new HashSet<>();
        List<Element> elements = UntrustedXml.children(TestFile.root(model)).toList();
        for (Element element : elements) {
            String kind = String.valueOf(element.getLocalName());
            String name = KnownNames.canonical(element.getAttribute("name"));
            TestFile.children(element, "variable")
                    .forEach(variable -> variables.put(name, KnownNames.canonical(variable.getAttribute("name"))));
            if ("decision".equals(kind)) {
                kinds.add(TestFile.children(element, "decisionTable").findAny().isPresent() ? kind : "expression");
            }
            if (INVOCABLE.contains(kind)) {
                kinds.add(kind);
            }
            if (Set.of("decision", "decisionService").contains(kind) && DecisionId.isId(element.getAttribute("id"))) {
                ids.put(name, new DecisionId(element.getAttribute("id")));
            }
        }
        return new ModelNames(ids, variables, kinds.equals(Set.of("decision")));
    }

    Optional<DecisionId> id(String name) {
        return Optional.ofNullable(ids.get(name));
    }

    /** Returns inputs by the names of variables, where these differ. */
    Map<String, @Nullable Object> byVariable(Map<String, @Nullable Object> inputs) {
        Map<String, @Nullable Object> renamed = new HashMap<>();
        inputs.forEach((name, value) -> renamed.put(variables.getOrDefault(name, name), value));
        return renamed;
    }
}
