package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.names.KnownNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the expressions of a file, with the names and types that are known there.
 *
 * @param findings where to say what is no FEEL, takes too much memory, or is no type
 */
record FileFeel(Feel feel, KnownNames names, ItemTypes types, List<String> findings) {

    /** Returns the same for a part of the file with findings of its own. */
    FileFeel with(List<String> itsFindings) {
        return new FileFeel(feel, names, types, itsFindings);
    }

    /** Compiles an expression as it is written. */
    Feel.Expression expression(String where, String written) {
        return compiled(where, written, () -> feel.expression(written, names.quoted(written)));
    }

    /** Compiles the FEEL that was made of a boxed expression. */
    Feel.Expression composed(String where, String written, String composed) {
        return compiled(where, written, () -> feel.expression(written, composed));
    }

    /** Compiles unary tests as they are written. */
    Feel.Expression unaryTests(String where, String written) {
        return compiled(where, written, () -> feel.unaryTests(written, names.quoted(written)));
    }

    /** Finds a type; one that is unknown becomes a finding. */
    FeelType type(String where, @Nullable String typeRef) {
        return types.of(typeRef).orElseGet(() -> {
            findings.add(
                    "expected %s to have one of the types %s, but found '%s'".formatted(where, types.names(), typeRef));
            return FeelType.Basic.STRING;
        });
    }

    /** Finds the type of a variable or parameter, which may have none. */
    FeelType typeOrAny(String where, String typeRef) {
        return typeRef.isBlank() ? FeelType.Basic.ANY : type(where, typeRef);
    }

    private Feel.Expression compiled(String where, String written, Compilation compilation) {
        try {
            Feel.Expression expression = compilation.compile();
            expression
                    .effort()
                    .refusals()
                    .forEach(refusal -> findings.add("expected in %s %s".formatted(where, refusal)));
            return expression;
        } catch (Feel.InvalidFeelException e) {
            findings.add("expected FEEL in %s, but '%s' is none: %s".formatted(where, written, e.getMessage()));
            return feel.nothing();
        }
    }

    @FunctionalInterface
    private interface Compilation {
        Feel.Expression compile() throws Feel.InvalidFeelException;
    }
}
