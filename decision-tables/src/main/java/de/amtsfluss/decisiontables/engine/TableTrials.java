package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionTrials;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.decisiontables.TableCheck;
import de.amtsfluss.decisiontables.TableFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        TableSet.Builder tables = new TableSet.Builder();
        List<TableFinding> findings = new ArrayList<>();
        files.forEach(file -> findings.addAll(add(new TableFile(file.name(), file.content()), tables)));
        if (findings.stream().anyMatch(strictness::refuses)) {
            return new Trial.Refused(findings);
        }
        TableSet set = tables.build(0, Set.of());
        PastTables none = new PastTables((key, number) -> Optional.empty());
        return new Trial.Ready(
                new CurrentTables(runner, none, set), set.versions().keySet(), findings);
    }

    private List<TableFinding> add(TableFile file, TableSet.Builder tables) {
        try {
            List<DecisionId> taken =
                    tables.add(new TableSet.Entry(file, GraphCompiler.compile(new Feel(), file), TRIAL));
            if (!taken.isEmpty()) {
                throw new RefusedTableException(
                        file.name(),
                        List.of("expected to be the only one that decides %s, but another file does too"
                                .formatted(taken)));
            }
            return check.check(file.name(), file.bytes());
        } catch (RefusedTableException refusal) {
            return refusal.findings();
        }
    }
}
