package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The current version of each table, compiled and in memory. */
final class CurrentTables implements DecisionTables {

    private static final Logger LOGGER = LoggerFactory.getLogger(CurrentTables.class);

    private final TableRunner runner;
    private final Map<DecisionId, Version> versions;

    private record Version(Table table, int number) {}

    private CurrentTables(TableRunner runner, Map<DecisionId, Version> versions) {
        this.runner = runner;
        this.versions = versions;
    }

    /**
     * Compiles the files and keeps what changed.
     *
     * @throws RefusedTableException when a file cannot be run as it stands, or two files decide the same; then nothing
     *     is kept
     */
    static CurrentTables of(List<TableFile> files, TableRunner runner, TableStore store) {
        Feel feel = new Feel();
        Map<TableFile, Table> tables = new LinkedHashMap<>();
        Map<DecisionId, TableFile> owners = new HashMap<>();
        for (TableFile file : files) {
            Table table = TableCompiler.compile(feel, file);
            TableFile other = owners.put(table.id(), file);
            if (other != null) {
                throw new RefusedTableException(
                        file.name(),
                        List.of("expected to be the only one that decides '%s', but '%s' does too"
                                .formatted(table.id(), other.name())));
            }
            tables.put(file, table);
        }
        Map<DecisionId, Version> versions = new HashMap<>();
        store.keep(files).forEach((file, number) -> {
            Table table = tables.get(file);
            if (table != null) {
                versions.put(table.id(), new Version(table, number));
                LOGGER.info("Decision table '{}' is current in version {}", table.id(), number);
            }
        });
        return new CurrentTables(runner, Map.copyOf(versions));
    }

    @Override
    public DecisionResult evaluate(DecisionId decision, Map<String, ? extends @Nullable Object> inputs) {
        Version version = versions.get(decision);
        return version == null
                ? new NotDecided(decision, "Expected a decision table '%s', but there is none.".formatted(decision))
                : runner.run(version.table(), version.number(), inputs);
    }
}
