package de.amtsfluss.references;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import scala.Product;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The variables that a FEEL expression reads. The engine's own {@code getVariableNames} does not do: it drops a
 * variable that a context has a key of the same name for, as in <code>{ort: ort}</code>.
 */
final class Names {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.create().build();

    private final Set<String> found = new LinkedHashSet<>();

    private Names() {}

    /**
     * Reads an expression.
     *
     * @throws InvalidFeelException when it is not FEEL
     */
    static Set<String> in(String expression) throws InvalidFeelException {
        var parsed = FEEL.parseExpression(expression);
        if (parsed.isFailure()) {
            throw new InvalidFeelException(parsed.failure().message());
        }
        var names = new Names();
        names.walk(parsed.parsedExpression().expression(), Set.of());
        return names.found;
    }

    private void walk(Object node, Set<String> local) {
        switch (node) {
            case Ref ref -> read(ref.names().head(), local);
            case ConstContext context -> bind(CollectionConverters.asJava(context.entries()), local);
            case For each -> walk(each.exp(), bind(CollectionConverters.asJava(each.iterators()), local));
            case SomeItem some -> walk(some.condition(), bind(CollectionConverters.asJava(some.iterators()), local));
            case EveryItem every ->
                walk(every.condition(), bind(CollectionConverters.asJava(every.iterators()), local));
            case FunctionDefinition function ->
                walk(function.body(), with(local, CollectionConverters.asJava(function.parameters())));
            case Filter filter -> {
                walk(filter.list(), local);
                walk(filter.filter(), with(local, Set.of("item")));
            }
            case scala.collection.Iterable<?> children ->
                CollectionConverters.asJava(children).forEach(child -> walk(child, local));
            case Product parts ->
                CollectionConverters.asJava(parts.productIterator()).forEachRemaining(part -> walk(part, local));
            default -> {}
        }
    }

    private void read(String name, Set<String> local) {
        if (!local.contains(name)) {
            found.add(name);
        }
    }

    /** Each entry sees those before it, not itself. */
    private Set<String> bind(Collection<Tuple2<String, Exp>> entries, Set<String> outer) {
        var local = outer;
        for (var entry : entries) {
            walk(entry._2(), local);
            local = with(local, Set.of(entry._1()));
        }
        return local;
    }

    private static Set<String> with(Set<String> local, Collection<String> more) {
        var both = new LinkedHashSet<>(local);
        both.addAll(more);
        return both;
    }

    /** A text is not FEEL; the message says where. */
    static final class InvalidFeelException extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidFeelException(String message) {
            super(message);
        }
    }
}
