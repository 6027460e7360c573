package de.amtsfluss.processes.protokoll.siegel;

import de.amtsfluss.processes.Siegel;
import de.amtsfluss.processes.protokoll.Felder;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a day's seal covers: of each chain that grew that day its last entry, as a leaf of the Merkle tree, in the
 * unsigned order of the chains' ids. A leaf is the {@link Felder} of form {@value #LEAF}, chain, number and hash. Since
 * a hash covers all entries before, the root covers the whole Protokoll up to that day.
 *
 * <p>The hash of a seal is SHA-256 over the 32 bytes of the hash of the seal before and the {@link Felder} of form
 * {@value #SEAL}, number, day, count of chains, count of entries and root. Before the first seal stands SHA-256 over
 * the form {@value #GENESIS}.
 */
public final class Tag {

    private static final String LEAF = "amtsfluss.siegel.blatt.1";
    private static final String SEAL = "amtsfluss.siegel.1";
    private static final String GENESIS = "amtsfluss.siegel.anfang.1";

    private final MerkleTree tree = new MerkleTree();
    private long entries;

    /**
     * Adds a chain that grew that day.
     *
     * @param kette its id, greater than that of the chain before
     * @param nummer the number of its last entry of the day
     * @param hash the hash of that entry
     * @param count how many entries of it are of the day
     */
    public void add(UUID kette, long nummer, String hash, long count) {
        tree.add(new Felder(LEAF)
                .text(kette.toString())
                .number(nummer)
                .text(hash)
                .toBytes());
        entries += count;
    }

    /** The seal of the day after another seal, or the first one. */
    public Siegel seal(@Nullable Siegel before, LocalDate day) {
        var nummer = before == null ? 1 : before.nummer() + 1;
        var vorher = before == null ? genesis() : before.hash();
        var hash = hash(nummer, day, tree.leaves(), entries, tree.root(), vorher);
        return new Siegel(nummer, day, tree.leaves(), entries, tree.root(), vorher, hash);
    }

    /** What stands before the first seal. */
    public static String genesis() {
        return new Felder(GENESIS).hash();
    }

    /** The hash that a seal must have by its own words. */
    public static String hash(Siegel siegel) {
        return hash(
                siegel.nummer(), siegel.tag(), siegel.ketten(), siegel.eintraege(), siegel.wurzel(), siegel.vorher());
    }

    private static String hash(long nummer, LocalDate day, long ketten, long eintraege, String wurzel, String vorher) {
        return new Felder(SEAL)
                .number(nummer)
                .text(day.toString())
                .number(ketten)
                .number(eintraege)
                .text(wurzel)
                .hashAfter(vorher);
    }
}
