package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads versions that are no longer current when they are asked for, and keeps those asked for last in memory. */
final class PastTables {

    private static final int IN_MEMORY = 50;

    private final Source source;
    private final Feel feel = new Feel();
    private final Map<Key, Graph> graphs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Graph> eldest) {
            return size() > IN_MEMORY;
        }
    };

    PastTables(Source source) {
        this.source = source;
    }

    /** Where versions are kept. */
    @FunctionalInterface
    interface Source {

        /** Returns a version of a file; empty when there is none. */
        Optional<TableFile> version(String key, int number);
    }

    /** What became of the search for a decision in a version. */
    sealed interface Search {}

    /** It is there. */
    record Found(Plan plan) implements Search {}

    /** It is not there, or cannot be run any more. */
    record Missing(String sentence) implements Search {}

    /** Finds a decision in a version of a file. */
    Search find(String key, int number, DecisionId decision) {
        try {
            Graph graph = graph(new Key(key, number));
            Plan plan = graph == null ? null : graph.plans().get(decision);
            return plan == null
                    ? new Missing("Expected a version %d of decision table '%s', but there is none."
                            .formatted(number, decision))
                    : new Found(plan);
        } catch (RefusedTableException e) {
            return new Missing(String.valueOf(e.getMessage()));
        }
    }

    private synchronized @Nullable Graph graph(Key key) {
        Graph known = graphs.get(key);
        if (known == null) {
            known = source.version(key.file(), key.number())
                    .map(file -> GraphCompiler.compile(feel, file))
                    .orElse(null);
            if (known != null) {
                graphs.put(key, known);
            }
        }
        return known;
    }

    private record Key(String file, int number) {}
}
