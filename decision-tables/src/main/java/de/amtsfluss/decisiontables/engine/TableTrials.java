package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionTrials;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.TableCheck;
import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.decisiontables.TableFinding.Severity;
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
    public Trial of(List<DmnFile> files) {
        Map<DecisionId, CurrentTables.Version> versions = new HashMap<>();
        List<String> findings = new ArrayList<>();
        for (DmnFile file : files) {
            try {
                add(new TableFile(file.name(), file.content()), versions);
            } catch (RefusedTableException refusal) {
                findings.add(String.valueOf(refusal.getMessage()));
            }
        }
        return findings.isEmpty()
                ? new Trial.Ready(new CurrentTables(runner, versions, Set.of()), versions.keySet())
                : new Trial.Refused(findings);
    }

    private void add(TableFile file, Map<DecisionId, CurrentTables.Version> versions) {
        Graph graph = GraphCompiler.compile(new Feel(), file);
        List<String> errors = new ArrayList<>(check.check(file.name(), file.bytes()).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(TableFinding::line)
                .toList());
        graph.plans().forEach((id, plan) -> {
            if (versions.put(id, new CurrentTables.Version(plan, TRIAL)) != null) {
                errors.add("expected to be the only one that decides '%s', but another file does too".formatted(id));
            }
        });
        if (!errors.isEmpty()) {
            throw new RefusedTableException(file.name(), errors);
        }
    }
}
