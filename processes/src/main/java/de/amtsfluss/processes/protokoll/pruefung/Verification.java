package de.amtsfluss.processes.protokoll.pruefung;

import de.amtsfluss.processes.Protokolleintrag;
import de.amtsfluss.processes.Siegel;
import de.amtsfluss.processes.protokoll.Ketten;
import de.amtsfluss.processes.protokoll.siegel.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recomputes an exported Protokoll: its chains, and the seals of its days. */
final class Verification {

    private final List<Siegel> seals;
    private final Map<LocalDate, Tag> days = new HashMap<>();
    private final Ketten chains = new Ketten(this::lastOfDay);
    private long unsealed;

    private Verification(List<Siegel> seals) {
        this.seals = seals;
    }

    /**
     * Verifies.
     *
     * @param folder the export
     * @param sealFile the seals that were kept outside the database
     */
    static Result of(ExportFolder folder, @Nullable Path sealFile) throws IOException {
        try {
            var seals = SealCheck.of(folder.seals());
            var outside = 0;
            if (sealFile != null) {
                outside = compare(seals, SealCheck.of(sealFile));
            }
            var verification = new Verification(seals);
            new LineReader(folder.entries()).read(Protokolleintrag.class, verification::add);
            return verification.end(outside);
        } catch (Unsound | Ketten.BrokenChain e) {
            return new Result.Broken(String.valueOf(e.getMessage()));
        }
    }

    private static int compare(List<Siegel> exported, List<Siegel> outside) {
        for (var seal : outside) {
            if (exported.size() < seal.nummer()) {
                throw new Unsound("seal %d of %s: the seal file has it, but the export does not"
                        .formatted(seal.nummer(), seal.tag()));
            }
            if (!exported.get((int) seal.nummer() - 1).equals(seal)) {
                throw new Unsound("seal %d of %s: the seal file and the export say different things of it"
                        .formatted(seal.nummer(), seal.tag()));
            }
        }
        return outside.size();
    }

    private void add(Protokolleintrag entry) {
        if (!seals.isEmpty() && entry.tag().isBefore(seals.getFirst().tag())) {
            throw new Unsound("%s, number %d: it counts to %s, but the first seal is of %s"
                    .formatted(
                            Ketten.name(entry.kette()),
                            entry.nummer(),
                            entry.tag(),
                            seals.getFirst().tag()));
        }
        chains.add(entry);
    }

    private void lastOfDay(Protokolleintrag last, long count) {
        if (seals.isEmpty() || last.tag().isAfter(seals.getLast().tag())) {
            unsealed += count;
        } else {
            days.computeIfAbsent(last.tag(), day -> new Tag()).add(last.kette(), last.nummer(), last.hash(), count);
        }
    }

    private Result end(int outside) {
        chains.end();
        Siegel before = null;
        for (var seal : seals) {
            var day = days.remove(seal.tag());
            compare(seal, (day == null ? new Tag() : day).seal(before, seal.tag()));
            before = seal;
        }
        return new Result.Sound(chains.entries(), chains.chains(), seals.size(), outside, unsealed);
    }

    private static void compare(Siegel seal, Siegel recomputed) {
        if (!seal.equals(recomputed)) {
            throw new Unsound(
                    "seal %d of %s: it seals %d entries in %d chains with root %s, but the entries of that day are %d in %d with root %s"
                            .formatted(
                                    seal.nummer(),
                                    seal.tag(),
                                    seal.eintraege(),
                                    seal.ketten(),
                                    seal.wurzel(),
                                    recomputed.eintraege(),
                                    recomputed.ketten(),
                                    recomputed.wurzel()));
        }
    }

    /** What was found. */
    sealed interface Result {

        /**
         * Everything fits.
         *
         * @param entries how many entries
         * @param chains how many chains
         * @param seals how many seals
         * @param outside how many of the seals the seal file has too
         * @param unsealed how many entries are newer than the last seal: if one is missing at the end of its chain,
         *     nothing shows it
         */
        record Sound(long entries, long chains, long seals, long outside, long unsealed) implements Result {}

        /**
         * Something does not fit.
         *
         * @param sentence the first that does not, and what differs
         */
        record Broken(String sentence) implements Result {}
    }
}
