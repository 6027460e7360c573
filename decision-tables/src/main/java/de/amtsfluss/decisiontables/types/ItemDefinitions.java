package de.amtsfluss.decisiontables.types;

import de.amtsfluss.decisiontables.names.KnownNames;
import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.util.Arrays;
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
public final class ItemDefinitions {

    private static final DeclaredType ANY = new DeclaredType.Basic(BasicType.ANY);

    /** Types are read by recursion; no office needs as many levels. */
    private static final int DEPTH = 100;

    private final List<String> findings;
    private final Map<String, Element> definitions = new LinkedHashMap<>();
    private final Map<String, DeclaredType> types = new HashMap<>();
    private final Set<String> beingRead = new LinkedHashSet<>();
    private int depth;

    private ItemDefinitions(List<String> findings) {
        this.findings = findings;
    }

    /**
     * Reads the types of a file.
     *
     * @param root its root, of any version of DMN
     * @param findings where to say what cannot be a type, such as one that is made of itself
     * @return the types
     */
    public static ItemDefinitions read(Element root, List<String> findings) {
        ItemDefinitions types = new ItemDefinitions(findings);
        UntrustedXml.children(root, "itemDefinition").forEach(definition -> {
            String name = KnownNames.canonical(definition.getAttribute("name"));
            if (types.definitions.putIfAbsent(name, definition) != null) {
                findings.add("expected each type to have a name of its own, but two are called '%s'".formatted(name));
            }
        });
        types.definitions.keySet().forEach(types::of);
        return types;
    }

    /**
     * Finds a type.
     *
     * @param typeRef its name: that of a type of FEEL, {@code list}, {@code list<...>} or that of a type of the file
     * @return the type, the same object for the same definition; empty when none is called so
     */
    public Optional<DeclaredType> of(@Nullable String typeRef) {
        String name = typeRef == null ? "" : KnownNames.canonical(typeRef);
        Optional<DeclaredType> known = BasicType.of(name).map(DeclaredType.Basic::new);
        if (known.isPresent() || name.isEmpty()) {
            return known;
        }
        if ("list".equals(name)) {
            return Optional.of(new DeclaredType.ListOf(ANY));
        }
        if (definitions.containsKey(name)) {
            return Optional.of(defined(name));
        }
        if (name.startsWith("list<") && name.endsWith(">")) {
            return list(name.substring("list<".length(), name.length() - 1));
        }
        // DMN 1.1 wrote types as qualified names.
        return name.indexOf(':') > 0 ? of(name.substring(name.lastIndexOf(':') + 1)) : Optional.empty();
    }

    /**
     * Returns the names of all types, for a message.
     *
     * @return the types of FEEL, then those of the file
     */
    public List<String> names() {
        Stream<String> basic = Arrays.stream(BasicType.values()).map(BasicType::toString);
        return Stream.of(basic, Stream.of("list<...>"), definitions.keySet().stream())
                .flatMap(names -> names)
                .toList();
    }

    /**
     * Returns the names of the types of the file.
     *
     * @return the names in the order of the file
     */
    public Set<String> defined() {
        return definitions.keySet();
    }

    private Optional<DeclaredType> list(String element) {
        depth++;
        Optional<DeclaredType> list =
                depth > DEPTH ? Optional.empty() : of(element).map(DeclaredType.ListOf::new);
        depth--;
        return list;
    }

    private DeclaredType defined(String name) {
        DeclaredType known = types.get(name);
        Element definition = definitions.get(name);
        if (known != null || definition == null) {
            return known == null ? ANY : known;
        }
        if (!beingRead.add(name)) {
            findings.add("expected the type '%s' to be made of others, but it is made of itself".formatted(name));
            return ANY;
        }
        DeclaredType type = type(definition, name);
        beingRead.remove(name);
        types.put(name, type);
        return type;
    }

    private DeclaredType type(Element item, String name) {
        depth++;
        DeclaredType one = depth > DEPTH ? tooDeep(name) : restricted(item, name, base(item, name));
        depth--;
        return Boolean.parseBoolean(item.getAttribute("isCollection")) ? new DeclaredType.ListOf(one) : one;
    }

    private DeclaredType tooDeep(String name) {
        findings.add("expected types to be made of others over at most %d levels, but '%s' lies deeper"
                .formatted(DEPTH, name));
        return ANY;
    }

    private DeclaredType base(Element item, String name) {
        List<Element> components = UntrustedXml.children(item, "itemComponent").toList();
        if (!components.isEmpty()) {
            Map<String, DeclaredType> parts = new LinkedHashMap<>();
            components.forEach(component -> {
                String part = KnownNames.canonical(component.getAttribute("name"));
                parts.put(part, type(component, name + "." + part));
            });
            return new DeclaredType.Structure(name, parts);
        }
        String base = text(item, "typeRef").orElse(BasicType.ANY.toString());
        return of(base).orElseGet(() -> {
            findings.add("expected <%s id=\"%s\"> to be of one of the types %s, but found '%s'"
                    .formatted(item.getLocalName(), item.getAttribute("id"), names(), base));
            return ANY;
        });
    }

    private static DeclaredType restricted(Element item, String name, DeclaredType base) {
        String allowed = text(item, "allowedValues").orElse("");
        return allowed.isEmpty() ? base : new DeclaredType.Restricted(name, base, allowed);
    }

    private static Optional<String> text(Element item, String child) {
        return UntrustedXml.children(item, child)
                .findFirst()
                .map(found -> found.getTextContent().strip());
    }
}
