package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.names.KnownNames;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The types a file defines for itself: item definitions, DMN 1.3, 7.3.2. */
final class ItemTypes {

    private final Feel feel;
    private final KnownNames names;
    private final List<String> findings;
    private final Map<String, Element> definitions = new LinkedHashMap<>();
    private final Map<String, FeelType> types = new HashMap<>();
    private final Set<String> beingRead = new LinkedHashSet<>();

    private ItemTypes(Feel feel, KnownNames names, List<String> findings) {
        this.feel = feel;
        this.names = names;
        this.findings = findings;
    }

    /** Reads the types of a file; what cannot be a type here becomes a finding. */
    static ItemTypes read(Element root, Feel feel, KnownNames names, List<String> findings) {
        ItemTypes types = new ItemTypes(feel, names, findings);
        DmnXml.children(root, "itemDefinition").forEach(definition -> {
            String name = KnownNames.canonical(definition.getAttribute("name"));
            if (types.definitions.putIfAbsent(name, definition) != null) {
                findings.add("expected each type to have a name of its own, but two are called '%s'".formatted(name));
            }
        });
        types.definitions.keySet().forEach(types::defined);
        return types;
    }

    /** Finds a type by its name, be it one of FEEL or one of the file. */
    Optional<FeelType> of(@Nullable String typeRef) {
        Optional<FeelType> known = FeelType.of(typeRef);
        String name = typeRef == null ? "" : KnownNames.canonical(typeRef);
        if (known.isPresent() || name.isEmpty()) {
            return known;
        }
        if (definitions.containsKey(name)) {
            return Optional.ofNullable(defined(name));
        }
        if (name.startsWith("list<") && name.endsWith(">")) {
            return of(name.substring("list<".length(), name.length() - 1)).map(FeelType.ListOf::new);
        }
        // DMN 1.1 wrote types as qualified names.
        return name.indexOf(':') > 0 ? of(name.substring(name.indexOf(':') + 1)) : Optional.empty();
    }

    /** Returns the names of all types, for a message. */
    List<String> names() {
        return Stream.concat(FeelType.names().stream(), definitions.keySet().stream())
                .toList();
    }

    private @Nullable FeelType defined(String name) {
        FeelType known = types.get(name);
        Element definition = definitions.get(name);
        if (known != null || definition == null) {
            return known;
        }
        if (!beingRead.add(name)) {
            findings.add("expected the type '%s' to be made of others, but it is made of itself".formatted(name));
            return null;
        }
        FeelType type = type(definition, name);
        beingRead.remove(name);
        types.put(name, type);
        return type;
    }

    private FeelType type(Element item, String name) {
        FeelType one = restricted(item, name, base(item, name));
        return Boolean.parseBoolean(item.getAttribute("isCollection")) ? new FeelType.ListOf(one) : one;
    }

    private FeelType base(Element item, String name) {
        List<Element> components = DmnXml.children(item, "itemComponent").toList();
        if (!components.isEmpty()) {
            Map<String, FeelType> parts = new LinkedHashMap<>();
            components.forEach(component -> {
                String part = KnownNames.canonical(component.getAttribute("name"));
                parts.put(part, type(component, name + "." + part));
            });
            return new FeelType.Structure(name, parts);
        }
        Element typeRef = DmnXml.child(item, "typeRef");
        String base = typeRef == null ? "Any" : typeRef.getTextContent();
        return of(base).orElseGet(() -> {
            findings.add("expected %s to be of one of the types %s, but found '%s'"
                    .formatted(DmnXml.label(item), names(), base.strip()));
            return FeelType.Basic.ANY;
        });
    }

    private FeelType restricted(Element item, String name, FeelType base) {
        Element allowed = DmnXml.child(item, "allowedValues");
        String text = allowed == null ? "" : allowed.getTextContent().strip();
        if (text.isEmpty()) {
            return base;
        }
        try {
            Feel.Expression tests = feel.unaryTests(text, names.quoted(text));
            if (!tests.names().needed().isEmpty()) {
                findings.add("expected the allowed values of %s to name no input, but found %s"
                        .formatted(DmnXml.label(item), text));
            }
            tests.effort()
                    .refusals()
                    .forEach(refusal -> findings.add(
                            "expected in the allowed values of %s %s".formatted(DmnXml.label(item), refusal)));
            return new FeelType.Restricted(name, base, tests);
        } catch (Feel.InvalidFeelException e) {
            findings.add("expected FEEL in the allowed values of %s, but '%s' is none: %s"
                    .formatted(DmnXml.label(item), text, e.getMessage()));
            return base;
        }
    }
}
