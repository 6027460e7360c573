package de.amtsfluss.decisiontables.types;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A type as a DMN file declares it, with all names resolved: DMN 1.3, 7.3.2. */
public sealed interface DeclaredType {

    /**
     * A type of FEEL.
     *
     * @param type which one
     */
    record Basic(BasicType type) implements DeclaredType {}

    /**
     * A list.
     *
     * @param element the type of its elements
     */
    record ListOf(DeclaredType element) implements DeclaredType {}

    /**
     * A context with components of its own types.
     *
     * @param name what the file calls it
     * @param components the types of the components by their names
     */
    record Structure(String name, Map<String, DeclaredType> components) implements DeclaredType {

        /** Keeps the components as they are now, in their order. */
        public Structure {
            components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        }
    }

    /**
     * A type of which only some values are allowed.
     *
     * @param name what the file calls it; that of a component begins with the name of its structure and a full stop
     * @param base the type without the restriction
     * @param allowed the allowed values, as unary tests
     */
    record Restricted(String name, DeclaredType base, String allowed) implements DeclaredType {}
}
