package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionReleases;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.decisiontables.TableCheck;
import de.amtsfluss.decisiontables.TableVersion;
import de.amtsfluss.decisiontables.TableVersion.Origin;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Releases files, and takes over what other copies of the application released. */
final class TableReleases implements DecisionReleases {

    private final TableStore store;
    private final TableCheck check;
    private final CurrentTables tables;
    private final Feel feel = new Feel();

    TableReleases(TableStore store, TableCheck check, CurrentTables tables) {
        this.store = store;
        this.check = check;
        this.tables = tables;
    }

    @Override
    public synchronized Release release(List<DmnFile> files, Strictness strictness, String releasedBy) {
        while (true) {
            refresh();
            ReleasePlan plan = ReleasePlan.of(files, tables.tables(), check);
            if (plan.isRefused(strictness)) {
                return new Release.Refused(plan.findings());
            }
            // Empty when another copy was faster: its release may change what this one means.
            Optional<TableStore.Stand> stand =
                    store.release(plan.changed(), tables.tables().mark(), releasedBy);
            if (stand.isPresent()) {
                adopt(stand.get());
                return new Release.Accepted(
                        current().stream()
                                .filter(table ->
                                        plan.keys().contains(table.table().value()))
                                .toList(),
                        plan.findings());
            }
        }
    }

    @Override
    public Release rehearse(List<DmnFile> files, Strictness strictness) {
        TableStore.Stand stand = store.stand();
        ReleasePlan plan = ReleasePlan.of(files, tables.tables(), check);
        return plan.isRefused(strictness)
                ? new Release.Refused(plan.findings())
                : new Release.Accepted(plan.rehearsed(stand.latest()), plan.findings());
    }

    @Override
    public List<CurrentTable> current() {
        return tables.tables().files().entrySet().stream()
                .map(file -> new CurrentTable(
                        new DecisionId(file.getKey()),
                        file.getValue().number(),
                        file.getValue().graph().plans().keySet()))
                .toList();
    }

    @Override
    public List<TableVersion> versions(DecisionId decision) {
        TableSet.Version version = tables.tables().versions().get(decision);
        return version == null ? List.of() : store.versions(version.key());
    }

    @Override
    public Optional<DmnFile> file(DecisionId decision, int version) {
        return Optional.ofNullable(tables.tables().versions().get(decision))
                .flatMap(found -> store.version(found.key(), version))
                .map(kept -> new DmnFile(kept.file().name(), kept.file().bytes()));
    }

    /** Takes over what was kept by others since. */
    synchronized void refresh() {
        if (store.mark() != tables.tables().mark()) {
            adopt(store.stand());
        }
    }

    private void adopt(TableStore.Stand stand) {
        TableSet before = tables.tables();
        TableSet.Builder after = new TableSet.Builder();
        before.files()
                .forEach((key, entry) -> adopt(after, entry, stand.latest().get(key)));
        stand.latest().values().stream()
                .filter(kept -> kept.version().origin() instanceof Origin.Released)
                .filter(kept -> !after.has(kept.file().stem()))
                .forEach(kept -> TableDeployment.take(after, feel, kept));
        tables.become(after.build(stand.mark(), before.refused()));
    }

    /** A version this software cannot run does not take the one away that it can. */
    private void adopt(TableSet.Builder after, TableSet.Entry entry, TableStore.@Nullable Kept kept) {
        boolean changed = kept != null && kept.number() != entry.number() && TableDeployment.take(after, feel, kept);
        if (!changed) {
            after.add(entry);
        }
    }
}
