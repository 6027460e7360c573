package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.decisiontables.TableCheck;
import de.amtsfluss.decisiontables.TableFinding;
import java.util.ArrayList;
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
    private final Map<TableFile, Graph> accepted = new LinkedHashMap<>();

    /** The names of refused files without folder and suffix. */
    private final Set<String> refused = new LinkedHashSet<>();

    /** The ids of the decisions in refused files, as far as they are known. */
    private final Set<String> unknown = new HashSet<>();

    private final Map<DecisionId, CurrentTables.Version> versions = new HashMap<>();

    private TableDeployment(TableStore store, TableCheck check) {
        this.store = store;
        this.check = check;
    }

    /** Compiles and checks the files, and keeps those that changed. */
    static DecisionTables deploy(List<TableFile> files, TableRunner runner, TableStore store, TableCheck check) {
        TableDeployment deployment = new TableDeployment(store, check);
        files.forEach(file -> deployment.accept(file, files));
        deployment.refuseEqualIds();
        deployment.keepAccepted();
        deployment.stayWithEarlier();
        deployment.unknown.addAll(deployment.refused);
        return new CurrentTables(runner, deployment.versions, deployment.unknown);
    }

    private void accept(TableFile file, List<TableFile> files) {
        try {
            checkAlone(file, files);
            Graph graph = GraphCompiler.compile(feel, file);
            graph.checkNamedLike(file);
            checkStatically(file);
            accepted.put(file, graph);
        } catch (RefusedTableException e) {
            LOGGER.error("{}", e.getMessage());
            refused.add(file.stem());
        }
    }

    private static void checkAlone(TableFile file, List<TableFile> files) {
        List<String> others = files.stream()
                .filter(other -> other != file && other.stem().equals(file.stem()))
                .map(other -> notAlone(file.stem(), other))
                .toList();
        if (!others.isEmpty()) {
            throw new RefusedTableException(file.name(), others);
        }
    }

    private static String notAlone(String id, TableFile other) {
        return "expected to be the only one that decides '%s', but '%s' does too".formatted(id, other.name());
    }

    /** A decision is called by its id alone, so no two files may have the same; which one is meant nobody knows. */
    private void refuseEqualIds() {
        Map<TableFile, List<String>> findings = new LinkedHashMap<>();
        accepted.forEach((file, graph) -> accepted.forEach((other, others) -> graph.plans().keySet().stream()
                .filter(id -> file != other && others.plans().containsKey(id))
                .forEach(id ->
                        findings.computeIfAbsent(file, key -> new ArrayList<>()).add(notAlone(id.value(), other)))));
        findings.forEach((file, sentences) -> {
            LOGGER.error("{}", new RefusedTableException(file.name(), sentences).getMessage());
            Graph graph = accepted.remove(file);
            refused.add(file.stem());
            if (graph != null) {
                graph.plans().keySet().forEach(id -> unknown.add(id.value()));
            }
        });
    }

    private void checkStatically(TableFile file) {
        List<TableFinding> findings = check.check(file.name(), file.bytes());
        findings.stream()
                .filter(finding -> !Strictness.OFFICE.refuses(finding))
                .forEach(note -> LOGGER.info("{}", note));
        List<String> errors = findings.stream()
                .filter(Strictness.OFFICE::refuses)
                .map(TableFinding::line)
                .toList();
        if (!errors.isEmpty()) {
            throw new RefusedTableException(file.name(), errors);
        }
    }

    private void keepAccepted() {
        store.keep(accepted.keySet()).forEach((file, number) -> {
            Graph graph = accepted.get(file);
            if (graph != null) {
                make(graph, number);
                graph.plans()
                        .keySet()
                        .forEach(id -> LOGGER.info("Decision table '{}' is current in version {}", id, number));
            }
        });
    }

    /** All decisions of a file have the version of the file. */
    private void make(Graph graph, int number) {
        graph.plans().forEach((id, plan) -> versions.put(id, new CurrentTables.Version(plan, number)));
    }

    /** The version kept before was compiled at its time; rules of the check that came later do not take it away. */
    private void stayWithEarlier() {
        Map<String, TableStore.Kept> kept = refused.isEmpty() ? Map.of() : store.latest(refused);
        for (String stem : refused) {
            TableStore.Kept earlier = kept.get(stem);
            if (earlier == null) {
                LOGGER.error("Expected an earlier version of the refused table '{}', but there is none", stem);
            } else {
                stayWith(stem, earlier);
            }
        }
    }

    private void stayWith(String stem, TableStore.Kept earlier) {
        try {
            Graph graph = GraphCompiler.compile(feel, earlier.file());
            List<DecisionId> taken = graph.plans().keySet().stream()
                    .filter(versions::containsKey)
                    .toList();
            if (taken.isEmpty()) {
                make(graph, earlier.version());
                LOGGER.warn(
                        "Decision table '{}' stays in version {}, as its file was refused", stem, earlier.version());
            } else {
                LOGGER.error(
                        "Expected table '{}' to stay in version {}, but other files decide {} now",
                        stem,
                        earlier.version(),
                        taken);
            }
        } catch (RefusedTableException e) {
            LOGGER.error("{}", e.getMessage());
        }
    }
}
