package de.amtsfluss.decisiontables.types;

import de.amtsfluss.decisiontables.names.KnownNames;
import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The types of columns that have none of their own, which DMN permits (1.3, 7.3.1 and 8.3.3): that of what an input
 * names, and for a single output that of what the table decides. A type that is found nowhere is {@code Any}.
 */
public final class ImpliedTypes {

    private static final String TYPE = "typeRef";
    private static final String ANY = BasicType.ANY.toString();
    private static final String LIST = "list<";

    /** Hit policies and aggregations of Collect under which the result is one row or one number. */
    private static final Set<String> OF_ONE =
            Set.of("", "UNIQUE", "ANY", "FIRST", "PRIORITY", "COLLECT SUM", "COLLECT MIN", "COLLECT MAX");

    private final Element root;

    private ImpliedTypes(Element root) {
        this.root = root;
    }

    /**
     * Writes the type of each column of a file that has none.
     *
     * @param root the root of the file, of any version of DMN
     */
    public static void complete(Element root) {
        ImpliedTypes types = new ImpliedTypes(root);
        // The list would be made anew at each change.
        UntrustedXml.elements(root.getElementsByTagNameNS("*", "decisionTable"))
                .toList()
                .forEach(types::completeTable);
    }

    private void completeTable(Element table) {
        UntrustedXml.children(table, "input")
                .flatMap(input -> UntrustedXml.children(input, "inputExpression"))
                .filter(ImpliedTypes::hasNone)
                .forEach(expression -> expression.setAttribute(TYPE, named(table, text(expression))));
        List<Element> outputs = UntrustedXml.children(table, "output").toList();
        outputs.stream()
                .filter(ImpliedTypes::hasNone)
                .forEach(output -> output.setAttribute(TYPE, outputs.size() == 1 ? decided(table) : ANY));
    }

    private static boolean hasNone(Element column) {
        return column.getAttribute(TYPE).isBlank();
    }

    /** Looks for what has a name, from the table outwards, as FEEL finds it. */
    private String named(Element table, String name) {
        Element within = table;
        for (Element outer = parent(table); outer != null; outer = parent(outer)) {
            Optional<String> type = declared(outer, within, name);
            if (type.isPresent()) {
                return orAny(type.get());
            }
            within = outer;
        }
        return ANY;
    }

    private Optional<String> declared(Element outer, Element within, String name) {
        return switch (String.valueOf(outer.getLocalName())) {
            case "context" -> entry(outer, within, name).map(ImpliedTypes::result);
            case "functionDefinition", "encapsulatedLogic" ->
                UntrustedXml.children(outer, "formalParameter")
                        .filter(parameter -> isCalled(parameter, name))
                        .findFirst()
                        .map(parameter -> parameter.getAttribute(TYPE));
            case "decision" -> node(outer, name).map(ImpliedTypes::result);
            default -> Optional.empty();
        };
    }

    /** DMN 1.3, 10.2.2.4: an entry may name those before it. */
    private static Optional<Element> entry(Element context, Element within, String name) {
        return UntrustedXml.children(context, "contextEntry")
                .takeWhile(entry -> !entry.isSameNode(within))
                .filter(entry -> variable(entry)
                        .filter(variable -> isCalled(variable, name))
                        .isPresent())
                .reduce((earlier, later) -> later);
    }

    /** What a decision requires comes before the other inputs of the file, which it may name as well. */
    private Optional<Element> node(Element decision, String name) {
        return Stream.of(
                        nodes("decision").filter(node -> requires(decision, "requiredDecision", node)),
                        nodes("inputData").filter(node -> requires(decision, "requiredInput", node)),
                        nodes("inputData"))
                .flatMap(nodes -> nodes)
                .filter(node -> isNode(node, name))
                .findFirst();
    }

    /** Returns the type of what the table decides, by its element and by what is directly around it. */
    private String decided(Element table) {
        Element around = parent(table);
        if (around != null && "encapsulatedLogic".equals(around.getLocalName())) {
            around = parent(around);
        }
        String ofVariable = around != null && hasVariable(around) ? result(around) : "";
        String type = ofVariable.isBlank() ? table.getAttribute(TYPE) : ofVariable;
        String hitPolicy = (table.getAttribute("hitPolicy") + " " + table.getAttribute("aggregation")).strip();
        return OF_ONE.contains(hitPolicy) ? orAny(type) : element(hitPolicy, type, new HashSet<>());
    }

    private static boolean hasVariable(Element element) {
        return Set.of("decision", "businessKnowledgeModel", "contextEntry")
                .contains(String.valueOf(element.getLocalName()));
    }

    /** DMN 1.3, 8.2.10: the other hit policies give lists, of which a row gives an element, or count the rows. */
    private String element(String hitPolicy, String type, Set<String> seen) {
        String name = KnownNames.canonical(type);
        if (hitPolicy.endsWith("COUNT") || !seen.add(name)) {
            return ANY;
        }
        if (name.startsWith(LIST) && name.endsWith(">")) {
            return name.substring(LIST.length(), name.length() - 1);
        }
        Optional<Element> definition = UntrustedXml.children(root, "itemDefinition")
                .filter(item -> isCalled(item, name.substring(name.lastIndexOf(':') + 1)))
                .findFirst();
        String base = definition
                .flatMap(item -> UntrustedXml.children(item, TYPE).findFirst())
                .map(item -> item.getTextContent().strip())
                .orElse(ANY);
        return definition
                        .filter(item -> Boolean.parseBoolean(item.getAttribute("isCollection")))
                        .isPresent()
                ? orAny(base)
                : element(hitPolicy, base, seen);
    }

    private Stream<Element> nodes(String kind) {
        return UntrustedXml.children(root, kind);
    }

    private static boolean requires(Element decision, String kind, Element node) {
        String href = "#" + node.getAttribute("id");
        return UntrustedXml.children(decision, "informationRequirement")
                .flatMap(requirement -> UntrustedXml.children(requirement, kind))
                .anyMatch(reference -> reference.getAttribute("href").equals(href));
    }

    /** A node is called by the name of its variable, else by its own, and a decision by its id as well. */
    private static boolean isNode(Element node, String name) {
        boolean byId = "decision".equals(node.getLocalName())
                && node.getAttribute("id").equals(name);
        return byId
                || isCalled(
                        variable(node)
                                .filter(variable ->
                                        !variable.getAttribute("name").isBlank())
                                .orElse(node),
                        name);
    }

    private static boolean isCalled(Element element, String name) {
        return KnownNames.canonical(element.getAttribute("name")).equals(KnownNames.canonical(name));
    }

    /** Returns the type of the variable, else that of the expression. */
    private static String result(Element node) {
        return Stream.concat(variable(node).stream(), UntrustedXml.children(node))
                .map(each -> each.getAttribute(TYPE))
                .filter(type -> !type.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Optional<Element> variable(Element node) {
        return UntrustedXml.children(node, "variable").findFirst();
    }

    private static String text(Element expression) {
        return UntrustedXml.children(expression, "text")
                .findFirst()
                .map(text -> Objects.requireNonNull(text.getTextContent()).strip())
                .orElse("");
    }

    private static @Nullable Element parent(Element element) {
        Node parent = element.getParentNode();
        return parent instanceof Element outer ? outer : null;
    }

    private static String orAny(String type) {
        return type.isBlank() ? ANY : type;
    }
}
