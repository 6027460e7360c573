package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionReleases.CurrentTable;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.decisiontables.TableCheck;
import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.decisiontables.TableFinding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What a release of some files would make of the tables that are current, and what is wrong with it. */
final class ReleasePlan {

    private final TableSet current;
    private final TableCheck check;
    private final Feel feel = new Feel();
    private final Map<String, Planned> planned = new LinkedHashMap<>();
    private final List<TableFinding> findings = new ArrayList<>();

    private ReleasePlan(TableSet current, TableCheck check) {
        this.current = current;
        this.check = check;
    }

    /**
     * A file with its place among the tables.
     *
     * @param file the file, called after its key
     */
    record Planned(TableFile file, Graph graph) {}

    static ReleasePlan of(List<DmnFile> files, TableSet current, TableCheck check) {
        ReleasePlan plan = new ReleasePlan(current, check);
        files.forEach(plan::add);
        return plan;
    }

    Set<String> keys() {
        return planned.keySet();
    }

    /** Returns the files that are not current already, by their names. */
    Map<String, byte[]> changed() {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        planned.forEach((key, file) -> {
            if (!isCurrent(key)) {
                changed.put(file.file().name(), file.file().bytes());
            }
        });
        return changed;
    }

    /**
     * Returns the versions there would be.
     *
     * @param latest the latest version of each key
     */
    List<CurrentTable> rehearsed(Map<String, TableStore.Kept> latest) {
        List<CurrentTable> tables = new ArrayList<>();
        planned.forEach((key, file) -> {
            TableStore.Kept before = latest.get(key);
            int number = before == null ? 1 : isCurrent(key) ? before.number() : before.number() + 1;
            tables.add(new CurrentTable(
                    new DecisionId(key), number, file.graph().plans().keySet()));
        });
        return tables;
    }

    private boolean isCurrent(String key) {
        TableSet.Entry entry = current.files().get(key);
        Planned file = planned.get(key);
        return entry != null
                && file != null
                && Arrays.equals(entry.file().bytes(), file.file().bytes());
    }

    List<TableFinding> findings() {
        return findings;
    }

    boolean isRefused(Strictness strictness) {
        return findings.stream().anyMatch(strictness::refuses);
    }

    private void add(DmnFile handedIn) {
        TableFile named = new TableFile(handedIn.name(), handedIn.content());
        try {
            Graph graph = GraphCompiler.compile(feel, named);
            Set<DecisionId> ids = graph.plans().keySet();
            String key = key(named, ids);
            refuseEqualIds(named, ids);
            findings.addAll(check.check(named.name(), named.bytes()));
            warnOfLostDecisions(named, key, ids);
            planned.put(key, new Planned(new TableFile(key + ".dmn", named.bytes()), graph));
        } catch (RefusedTableException refusal) {
            findings.addAll(refusal.findings());
        }
    }

    /** A file follows the one that makes its decisions now. */
    private String key(TableFile file, Set<DecisionId> ids) {
        Set<String> followed = new LinkedHashSet<>();
        ids.stream()
                .map(current.versions()::get)
                .filter(Objects::nonNull)
                .forEach(version -> followed.add(version.key()));
        if (followed.size() > 1) {
            throw new RefusedTableException(
                    file.name(),
                    List.of("expected its decisions to come from one file, but now they come from %s"
                            .formatted(followed)));
        }
        return followed.stream()
                .findFirst()
                .orElseGet(() -> Stream.of(file.stem())
                        .filter(stem -> DecisionId.isId(stem) && ids.contains(new DecisionId(stem)))
                        .findFirst()
                        .orElseGet(() -> ids.iterator().next().value()));
    }

    private void refuseEqualIds(TableFile file, Set<DecisionId> ids) {
        planned.values()
                .forEach(other -> other.graph().plans().keySet().stream()
                        .filter(ids::contains)
                        .findFirst()
                        .ifPresent(id -> {
                            throw new RefusedTableException(
                                    file.name(),
                                    List.of("expected to be the only one that decides '%s', but another file does too"
                                            .formatted(id)));
                        }));
    }

    /** Somebody may ask for them: a process, a sensor, another office. */
    private void warnOfLostDecisions(TableFile file, String key, Set<DecisionId> ids) {
        TableSet.Entry before = current.files().get(key);
        if (before != null) {
            before.graph().plans().keySet().stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> findings.add(new TableFinding(
                            Severity.WARNING,
                            file.name(),
                            id.value(),
                            List.of(),
                            "",
                            "Expected the file to decide '%s' as it did before, but it does not".formatted(id))));
        }
    }
}
