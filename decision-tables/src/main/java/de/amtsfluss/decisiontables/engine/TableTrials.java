package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionTrials;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.decisiontables.TableCheck;
import de.amtsfluss.decisiontables.TableFinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles and checks files for the time somebody wants to ask them. */
final class TableTrials implements DecisionTrials {

    /** Versions that are kept are counted from 1. */
    private static final int TRIAL = 0;

    private final TableRunner runner;
    private final TableCheck check;

    TableTrials(TableRunner runner, TableCheck check) {
        this.runner = runner;
        this.check = check;
    }

    @Override
    public Trial of(List<DmnFile> files, Strictness strictness) {
        Map<DecisionId, CurrentTables.Version> versions = new HashMap<>();
        List<TableFinding> findings = new ArrayList<>();
        files.forEach(file -> findings.addAll(add(new TableFile(file.name(), file.content()), versions)));
        return findings.stream().anyMatch(strictness::refuses)
                ? new Trial.Refused(findings)
                : new Trial.Ready(new CurrentTables(runner, versions, Set.of()), versions.keySet(), findings);
    }

    private List<TableFinding> add(TableFile file, Map<DecisionId, CurrentTables.Version> versions) {
        try {
            Graph graph = GraphCompiler.compile(new Feel(), file);
            graph.plans().forEach((id, plan) -> {
                if (versions.put(id, new CurrentTables.Version(plan, TRIAL)) != null) {
                    throw new RefusedTableException(
                            file.name(),
                            List.of("expected to be the only one that decides '%s', but another file does too"
                                    .formatted(id)));
                }
            });
            return check.check(file.name(), file.bytes());
        } catch (RefusedTableException refusal) {
            return refusal.findings();
        }
    }
}
