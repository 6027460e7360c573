package de.amtsfluss.decisiontables.engine;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import scala.Product;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The names an expression takes from outside, by its syntax tree.
 *
 * <p>FEEL's own list of names also has the variable of a loop when one of its properties is used, and the properties of
 * the elements within a filter.
 */
final class FreeNames {

    private final Set<String> needed = new LinkedHashSet<>();
    private final Set<String> perhaps = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();

    private FreeNames() {}

    /** Looks at an expression. */
    static FreeNames of(Exp expression) {
        FreeNames names = new FreeNames();
        names.look(expression, Set.of(), false);
        names.perhaps.removeAll(names.needed);
        return names;
    }

    /** Returns the names without which the expression cannot be evaluated. */
    Set<String> needed() {
        return Collections.unmodifiableSet(needed);
    }

    /** Returns the names within filters, which may be properties of the elements as well (DMN 1.3, 10.3.2.5). */
    Set<String> perhaps() {
        return Collections.unmodifiableSet(perhaps);
    }

    /** Returns the names of the functions that are called. */
    Set<String> functions() {
        return Collections.unmodifiableSet(functions);
    }

    private void look(Object node, Set<String> bound, boolean filtered) {
        switch (node) {
            case Ref name -> take(name.names().head(), bound, filtered ? perhaps : needed);
            case For loop -> loop(loop.iterators(), loop.exp(), bound, filtered);
            case SomeItem loop -> loop(loop.iterators(), loop.condition(), bound, filtered);
            case EveryItem loop -> loop(loop.iterators(), loop.condition(), bound, filtered);
            case ConstContext context -> entries(context.entries(), bound, filtered);
            case Filter filter -> {
                look(filter.list(), bound, filtered);
                look(filter.filter(), with(bound, Set.of("item")), true);
            }
            case FunctionDefinition function ->
                look(function.body(), with(bound, CollectionConverters.asJava(function.parameters())), filtered);
            case FunctionInvocation call -> {
                take(call.function(), bound, functions);
                parts(call, bound, filtered);
            }
            default -> parts(node, bound, filtered);
        }
    }

    private void parts(Object node, Set<String> bound, boolean filtered) {
        if (node instanceof scala.collection.Iterable<?> nodes) {
            CollectionConverters.asJava(nodes).forEach(each -> look(each, bound, filtered));
        } else if (node instanceof Product product) {
            CollectionConverters.asJava(product.productIterator())
                    .forEachRemaining(each -> look(each, bound, filtered));
        }
    }

    /** DMN 1.3, 10.3.2.14: a loop may use its earlier results by the name {@code partial}. */
    private void loop(
            scala.collection.immutable.List<Tuple2<String, Exp>> iterators,
            Exp body,
            Set<String> bound,
            boolean filtered) {
        List<Tuple2<String, Exp>> all = CollectionConverters.asJava(iterators);
        all.forEach(iterator -> look(iterator._2(), bound, filtered));
        Set<String> inner = with(bound, all.stream().map(Tuple2::_1).toList());
        look(body, with(inner, Set.of("partial")), filtered);
    }

    /** DMN 1.3, 10.3.2.6: an entry of a context may use those before it. */
    private void entries(
            scala.collection.immutable.List<Tuple2<String, Exp>> entries, Set<String> bound, boolean filtered) {
        Set<String> inner = new HashSet<>(bound);
        for (Tuple2<String, Exp> entry : CollectionConverters.asJava(entries)) {
            look(entry._2(), inner, filtered);
            inner.add(entry._1());
        }
    }

    private static Set<String> with(Set<String> bound, Iterable<String> more) {
        Set<String> all = new HashSet<>(bound);
        more.forEach(all::add);
        return all;
    }

    private static void take(String name, Set<String> bound, Set<String> names) {
        if (!bound.contains(name)) {
            names.add(name);
        }
    }
}
