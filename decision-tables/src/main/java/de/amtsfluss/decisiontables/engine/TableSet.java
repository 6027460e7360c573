package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tables that decide at one time, compiled and in memory.
 *
 * @param mark the stand of the store they were made of
 * @param files the files by their keys
 * @param versions the decisions of the files
 * @param refused the ids of decisions whose files were refused, be there an earlier version or not
 */
record TableSet(long mark, Map<String, Entry> files, Map<DecisionId, Version> versions, Set<String> refused) {

    /**
     * A file that is current.
     *
     * @param file the file, whose name without folder and suffix is its key
     */
    record Entry(TableFile file, Graph graph, int number) {}

    /** A decision that is current. */
    record Version(Plan plan, int number, String key) {}

    /** Collects files; of two that make the same decision the first stays. */
    static final class Builder {

        private final Map<String, Entry> files = new TreeMap<>();
        private final Map<DecisionId, Version> versions = new HashMap<>();

        /**
         * Adds a file.
         *
         * @return the decisions that other files make already; when there are any, nothing was added
         */
        List<DecisionId> add(Entry entry) {
            String key = entry.file().stem();
            Map<DecisionId, Plan> plans = entry.graph().plans();
            List<DecisionId> taken =
                    plans.keySet().stream().filter(versions::containsKey).toList();
            if (taken.isEmpty()) {
                files.put(key, entry);
                plans.forEach((id, plan) -> versions.put(id, new Version(plan, entry.number(), key)));
            }
            return taken;
        }

        boolean has(String key) {
            return files.containsKey(key);
        }

        TableSet build(long mark, Set<String> refused) {
            return new TableSet(mark, files, Map.copyOf(versions), Set.copyOf(refused));
        }
    }
}
