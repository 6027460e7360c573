package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.TableCheck;
import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.decisiontables.TableFinding.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the files found at start the current tables.
 *
 * <p>A file that is refused stops nothing but itself: the log says why, and the version that was kept before stays
 * current.
 */
final class TableDeployment {

    private static final Logger LOGGER = LoggerFactory.getLogger(TableDeployment.class);

    private final TableStore store;
    private final TableCheck check;
    private final Feel feel = new Feel();
    private final Map<TableFile, Table> accepted = new LinkedHashMap<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private final Map<DecisionId, CurrentTables.Version> versions = new HashMap<>();

    private TableDeployment(TableStore store, TableCheck check) {
        this.store = store;
        this.check = check;
    }

    /** Compiles and checks the files, and keeps those that changed. */
    static DecisionTables deploy(List<TableFile> files, TableRunner runner, TableStore store, TableCheck check) {
        TableDeployment deployment = new TableDeployment(store, check);
        files.forEach(file -> deployment.accept(file, files));
        deployment.keepAccepted();
        deployment.stayWithEarlier();
        return new CurrentTables(runner, deployment.versions, deployment.refused);
    }

    private void accept(TableFile file, List<TableFile> files) {
        try {
            checkAlone(file, files);
            Table table = TableCompiler.compile(feel, file);
            checkStatically(file);
            accepted.put(file, table);
        } catch (RefusedTableException e) {
            LOGGER.error("{}", e.getMessage());
            refused.add(file.stem());
        }
    }

    private static void checkAlone(TableFile file, List<TableFile> files) {
        List<String> others = files.stream()
                .filter(other -> other != file && other.stem().equals(file.stem()))
                .map(other -> "expected to be the only one that decides '%s', but '%s' does too"
                        .formatted(file.stem(), other.name()))
                .toList();
        if (!others.isEmpty()) {
            throw new RefusedTableException(file.name(), others);
        }
    }

    private void checkStatically(TableFile file) {
        List<TableFinding> findings = check.check(file.name(), file.bytes());
        findings.stream()
                .filter(finding -> finding.severity() == Severity.NOTE)
                .forEach(note -> LOGGER.info("{}", note));
        List<String> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(TableFinding::line)
                .toList();
        if (!errors.isEmpty()) {
            throw new RefusedTableException(file.name(), errors);
        }
    }

    private void keepAccepted() {
        store.keep(accepted.keySet()).forEach((file, number) -> {
            Table table = accepted.get(file);
            if (table != null) {
                versions.put(table.id(), new CurrentTables.Version(table, number));
                LOGGER.info("Decision table '{}' is current in version {}", table.id(), number);
            }
        });
    }

    /** The version kept before was compiled at its time; rules of the check that came later do not take it away. */
    private void stayWithEarlier() {
        Map<String, TableStore.Kept> kept = refused.isEmpty() ? Map.of() : store.latest(refused);
        for (String id : new HashSet<>(refused)) {
            TableStore.Kept earlier = kept.get(id);
            if (earlier == null) {
                LOGGER.error("Expected an earlier version of the refused table '{}', but there is none", id);
            } else {
                stayWith(id, earlier);
            }
        }
    }

    private void stayWith(String id, TableStore.Kept earlier) {
        try {
            Table table = TableCompiler.compile(feel, earlier.file());
            versions.put(table.id(), new CurrentTables.Version(table, earlier.version()));
            refused.remove(id);
            LOGGER.warn("Decision table '{}' stays in version {}, as its file was refused", id, earlier.version());
        } catch (RefusedTableException e) {
            LOGGER.error("{}", e.getMessage());
        }
    }
}
