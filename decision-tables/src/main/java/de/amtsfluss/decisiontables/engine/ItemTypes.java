package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.names.KnownNames;
import de.amtsfluss.decisiontables.types.DeclaredType;
import de.amtsfluss.decisiontables.types.ItemDefinitions;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The types of a file, ready to convert values. */
final class ItemTypes {

    private final Feel feel;
    private final KnownNames names;
    private final List<String> findings;
    private final ItemDefinitions definitions;

    /** A type that many others are made of is compiled once. */
    private final IdentityHashMap<DeclaredType, FeelType> types = new IdentityHashMap<>();

    private ItemTypes(Feel feel, KnownNames names, List<String> findings, ItemDefinitions definitions) {
        this.feel = feel;
        this.names = names;
        this.findings = findings;
        this.definitions = definitions;
    }

    /** Reads the types of a file; what cannot be a type here becomes a finding. */
    static ItemTypes read(Element root, Feel feel, KnownNames names, List<String> findings) {
        ItemTypes types = new ItemTypes(feel, names, findings, ItemDefinitions.read(root, findings));
        types.definitions.defined().forEach(types::of);
        return types;
    }

    /** Finds a type by its name, be it one of FEEL or one of the file. */
    Optional<FeelType> of(@Nullable String typeRef) {
        return definitions.of(typeRef).map(this::compiled);
    }

    /** Returns the names of all types, for a message. */
    List<String> names() {
        return definitions.names();
    }

    private FeelType compiled(DeclaredType declared) {
        FeelType known = types.get(declared);
        if (known != null) {
            return known;
        }
        FeelType type = switch (declared) {
            case DeclaredType.Basic basic -> FeelType.Basic.of(basic.type());
            case DeclaredType.ListOf list -> new FeelType.ListOf(compiled(list.element()));
            case DeclaredType.Structure structure -> structure(structure);
            case DeclaredType.Restricted restricted -> restricted(restricted, compiled(restricted.base()));
        };
        types.put(declared, type);
        return type;
    }

    private FeelType structure(DeclaredType.Structure structure) {
        Map<String, FeelType> components = new LinkedHashMap<>();
        structure.components().forEach((name, type) -> components.put(name, compiled(type)));
        return new FeelType.Structure(structure.name(), components);
    }

    private FeelType restricted(DeclaredType.Restricted type, FeelType base) {
        String where = "the allowed values of the type '%s'".formatted(type.name());
        try {
            Feel.Expression tests = feel.unaryTests(type.allowed(), names.quoted(type.allowed()));
            if (!tests.names().needed().isEmpty()) {
                findings.add("expected %s to name no input, but found %s".formatted(where, type.allowed()));
            }
            tests.effort().refusals().forEach(refusal -> findings.add("expected in %s %s".formatted(where, refusal)));
            return new FeelType.Restricted(type.name(), base, tests);
        } catch (Feel.InvalidFeelException e) {
            findings.add("expected FEEL in %s, but '%s' is none: %s".formatted(where, type.allowed(), e.getMessage()));
            return base;
        }
    }
}
