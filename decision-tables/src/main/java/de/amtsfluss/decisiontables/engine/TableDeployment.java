package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.decisiontables.TableCheck;
import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.decisiontables.TableVersion.Origin;
import java.util.ArrayList;
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

    private final TableCheck check;
    private final Feel feel = new Feel();
    private final Map<TableFile, Graph> accepted = new LinkedHashMap<>();

    /** The names of refused files without folder and suffix. */
    private final Set<String> refused = new LinkedHashSet<>();

    /** The ids of the decisions in refused files, as far as they are known. */
    private final Set<String> unknown = new HashSet<>();

    private final TableSet.Builder tables = new TableSet.Builder();

    private TableDeployment(TableCheck check) {
        this.check = check;
    }

    /** Compiles and checks the files, keeps those that changed, and adds what was released. */
    static TableSet deploy(List<TableFile> files, TableStore store, TableCheck check) {
        TableDeployment deployment = new TableDeployment(check);
        files.forEach(file -> deployment.accept(file, files));
        deployment.refuseEqualIds();
        TableStore.Stand stand = store.keep(deployment.accepted.keySet());
        deployment.takeAccepted(stand);
        deployment.stayWithEarlier(stand);
        deployment.takeReleased(stand);
        deployment.unknown.addAll(deployment.refused);
        return deployment.tables.build(stand.mark(), deployment.unknown);
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

    private void takeAccepted(TableStore.Stand stand) {
        accepted.forEach((file, graph) -> {
            TableStore.Kept kept = kept(stand, file.stem());
            if (kept.saysTheSameAs(file)) {
                tables.add(new TableSet.Entry(file, graph, kept.number()));
                graph.plans()
                        .keySet()
                        .forEach(id -> LOGGER.info("Decision table '{}' is current in version {}", id, kept.number()));
            } else {
                LOGGER.info("Decision table '{}' stays in the version that was released", file.stem());
                take(kept);
            }
        });
    }

    private static TableStore.Kept kept(TableStore.Stand stand, String key) {
        TableStore.Kept kept = stand.latest().get(key);
        if (kept == null) {
            throw new IllegalStateException("Expected decision table '%s' to be kept, but it was not".formatted(key));
        }
        return kept;
    }

    /** The version kept before was compiled at its time; rules of the check that came later do not take it away. */
    private void stayWithEarlier(TableStore.Stand stand) {
        for (String stem : refused) {
            TableStore.Kept earlier = stand.latest().get(stem);
            if (earlier == null) {
                LOGGER.error("Expected an earlier version of the refused table '{}', but there is none", stem);
            } else if (take(earlier)) {
                LOGGER.warn("Decision table '{}' stays in version {}, as its file was refused", stem, earlier.number());
            }
        }
    }

    /** Files that were released and are not among those of the software. */
    private void takeReleased(TableStore.Stand stand) {
        stand.latest().values().stream()
                .filter(kept -> kept.version().origin() instanceof Origin.Released)
                .filter(kept -> !tables.has(kept.file().stem())
                        && !refused.contains(kept.file().stem()))
                .forEach(this::take);
    }

    private boolean take(TableStore.Kept kept) {
        return take(tables, feel, kept);
    }

    /** Adds a version that was kept; says in the log why it cannot. */
    static boolean take(TableSet.Builder tables, Feel feel, TableStore.Kept kept) {
        String key = kept.file().stem();
        try {
            Graph graph = GraphCompiler.compile(feel, kept.file());
            List<DecisionId> taken = tables.add(new TableSet.Entry(kept.file(), graph, kept.number()));
            if (taken.isEmpty()) {
                LOGGER.info("Decision table '{}' is current in version {}", key, kept.number());
                return true;
            }
            LOGGER.error(
                    "Expected table '{}' to be current in version {}, but other files decide {} now",
                    key,
                    kept.number(),
                    taken);
        } catch (RefusedTableException e) {
            LOGGER.error("{}", e.getMessage());
        }
        return false;
    }
}
