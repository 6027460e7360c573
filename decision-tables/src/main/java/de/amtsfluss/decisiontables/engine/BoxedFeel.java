package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.names.KnownNames;
import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Turns boxed expressions into FEEL: DMN 1.3, 10.2.2.
 *
 * <p>What FEEL cannot say becomes a function that only the composed text can call: a table within an expression, and
 * the type of an entry.
 */
final class BoxedFeel {

    private static final Set<String> KINDS = Set.of(
            "literalExpression", "context", "list", "relation", "invocation", "functionDefinition", "decisionTable");

    private static final String RESULT = "result of the context";

    private final FileFeel feel;
    private final DecisionId owner;
    private final Map<String, Functions.Function> made = new LinkedHashMap<>();

    /**
     * Begins.
     *
     * @param owner whose expression it is
     */
    BoxedFeel(FileFeel feel, DecisionId owner) {
        this.feel = feel;
        this.owner = owner;
    }

    /** Returns the functions that the composed texts call. */
    Map<String, Functions.Function> functions() {
        return made;
    }

    /** Returns a boxed expression as FEEL, without its own type. */
    String text(Element boxed, Scope scope) {
        return switch (String.valueOf(boxed.getLocalName())) {
            case "literalExpression" -> literal(boxed);
            case "context" -> context(boxed, scope);
            case "list" ->
                expressions(boxed).map(item -> typed(item, scope)).collect(Collectors.joining(", ", "[", "]"));
            case "relation" -> relation(boxed, scope);
            case "invocation" -> invocation(boxed, scope);
            case "functionDefinition" -> function(boxed, scope);
            case "decisionTable" -> table(boxed, scope);
            default -> {
                feel.findings().add("expected an expression, but found %s".formatted(DmnXml.label(boxed)));
                yield "null";
            }
        };
    }

    /** Returns the first expression within an element. */
    static Optional<Element> expression(Element parent) {
        return expressions(parent).findFirst();
    }

    /** Checks the types of parameters before the body of a function sees them. */
    private String typedParameters(Map<String, String> parameters, String body) {
        String checks = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isBlank())
                .map(parameter -> "%1$s: %2$s, "
                        .formatted(
                                KnownNames.quote(parameter.getKey()),
                                checked(
                                        parameter.getKey(),
                                        parameter.getValue(),
                                        KnownNames.quote(parameter.getKey()))))
                .collect(Collectors.joining());
        return checks.isEmpty()
                ? body
                : "{%s%s: %s}.%s".formatted(checks, KnownNames.quote(RESULT), body, KnownNames.quote(RESULT));
    }

    private static Stream<Element> expressions(Element parent) {
        return UntrustedXml.children(parent).filter(child -> KINDS.contains(child.getLocalName()));
    }

    private String literal(Element literal) {
        Element text = DmnXml.child(literal, "text");
        String written = text == null ? "" : text.getTextContent().strip();
        feel.expression(DmnXml.label(literal), written);
        // A comment at its end must not go on behind it.
        return "(%s\n)".formatted(feel.names().quoted(written));
    }

    private String typed(Element boxed, Scope scope) {
        return "functionDefinition".equals(boxed.getLocalName())
                ? text(boxed, scope)
                : checked(DmnXml.label(boxed), boxed.getAttribute("typeRef"), text(boxed, scope));
    }

    /** FEEL has no expression that takes a value only of a type. */
    private String checked(String where, String typeRef, String text) {
        FeelType type = feel.typeOrAny(where, typeRef);
        if (type == FeelType.Basic.ANY) {
            return text;
        }
        Functions.Body check = arguments -> checked(where, type, arguments.getFirst());
        return call("type of " + where, new Functions.Function(List.of("value"), check, false)) + "(" + text + ")";
    }

    private static Feel.Outcome checked(String where, FeelType type, @Nullable Object value) {
        Object converted = value == null ? null : type.convert(value);
        return value == null || converted != null
                ? new Feel.Outcome(converted, null)
                : new Feel.Outcome(
                        null, "Expected a %s in %s, but got '%s'.".formatted(type, where, Problems.shortened(value)));
    }

    private String call(String name, Functions.Function function) {
        String unique = "%s (%d)".formatted(name.replace('`', '\''), made.size() + 1);
        made.put(unique, function);
        return KnownNames.quote(unique);
    }

    /** 10.2.2.4: an entry without variable is the result of the context; each entry sees those before it. */
    private String context(Element context, Scope scope) {
        List<String> entries = new ArrayList<>();
        Set<String> locals = new LinkedHashSet<>();
        boolean result = false;
        for (Element entry : DmnXml.children(context, "contextEntry").toList()) {
            Element variable = DmnXml.child(entry, "variable");
            String name = variable == null ? RESULT : KnownNames.canonical(variable.getAttribute("name"));
            String value = expression(entry)
                    .map(boxed -> typed(boxed, scope.with(locals)))
                    .orElse("null");
            String typeRef = variable == null ? "" : variable.getAttribute("typeRef");
            entries.add("%s: %s".formatted(KnownNames.quote(name), checked(name, typeRef, value)));
            locals.add(name);
            result |= variable == null;
        }
        String text = "{%s}".formatted(String.join(", ", entries));
        return result ? text + "." + KnownNames.quote(RESULT) : text;
    }

    /** 10.2.2.6: a list of contexts, one for each row. */
    private String relation(Element relation, Scope scope) {
        List<Element> columns = DmnXml.children(relation, "column").toList();
        List<String> rows = new ArrayList<>();
        for (Element row : DmnXml.children(relation, "row").toList()) {
            List<Element> cells = expressions(row).toList();
            if (cells.size() != columns.size()) {
                feel.findings()
                        .add("expected %s in %s to have %d cells, but found %d"
                                .formatted(DmnXml.label(row), DmnXml.label(relation), columns.size(), cells.size()));
                return "null";
            }
            List<String> entries = new ArrayList<>();
            for (int column = 0; column < cells.size(); column++) {
                String name = columns.get(column).getAttribute("name");
                String typeRef = columns.get(column).getAttribute("typeRef");
                entries.add("%s: %s"
                        .formatted(KnownNames.quote(name), checked(name, typeRef, typed(cells.get(column), scope))));
            }
            rows.add("{%s}".formatted(String.join(", ", entries)));
        }
        return "[%s]".formatted(String.join(", ", rows));
    }

    /** 10.2.2.3: the first expression names the function, the bindings its arguments. */
    private String invocation(Element invocation, Scope scope) {
        Element called = DmnXml.child(invocation, "literalExpression");
        String function = called == null
                ? ""
                : feel.names().quoted(called.getTextContent().strip());
        feel.expression("the function of " + DmnXml.label(invocation), function);
        List<String> arguments = new ArrayList<>();
        for (Element binding : DmnXml.children(invocation, "binding").toList()) {
            Element parameter = DmnXml.child(binding, "parameter");
            String name = parameter == null ? "" : parameter.getAttribute("name");
            String value = expression(binding).map(boxed -> typed(boxed, scope)).orElse("null");
            arguments.add("%s: %s".formatted(KnownNames.quote(name), value));
        }
        return "%s(%s)".formatted(function, String.join(", ", arguments));
    }

    /** 10.2.2.7. */
    private String function(Element definition, Scope scope) {
        Map<String, String> parameters = parameters(definition);
        String body = expression(definition)
                .map(boxed -> typed(boxed, scope.with(parameters.keySet())))
                .orElse("null");
        return "(function(%s) %s)"
                .formatted(
                        parameters.keySet().stream().map(KnownNames::quote).collect(Collectors.joining(", ")),
                        typedParameters(parameters, body));
    }

    /** Returns the parameters of a function with the names of their types. */
    static Map<String, String> parameters(Element definition) {
        Map<String, String> parameters = new LinkedHashMap<>();
        DmnXml.children(definition, "formalParameter")
                .forEach(parameter -> parameters.put(
                        KnownNames.canonical(parameter.getAttribute("name")), parameter.getAttribute("typeRef")));
        return parameters;
    }

    private String table(Element element, Scope scope) {
        return TableCompiler.compile(feel, scope, element, owner, owner.value(), "")
                .map(table -> {
                    List<String> facts = List.copyOf(table.facts().needed().keySet());
                    return call("table in " + owner, Functions.of(table, facts))
                            + facts.stream().map(KnownNames::quote).collect(Collectors.joining(", ", "(", ")"));
                })
                .orElse("null");
    }
}
