package de.amtsfluss.processes.protokoll.siegel;

import de.amtsfluss.processes.protokoll.Felder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * A Merkle tree as in RFC 6962, section 2.1: leaves are hashed after a byte 0, nodes after a byte 1, and the left half
 * of {@code n} leaves is the largest power of two below {@code n}. Only the roots of complete subtrees are kept.
 */
final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final Deque<Subtree> complete = new ArrayDeque<>();
    private long leaves;

    void add(byte[] leaf) {
        var subtree = new Subtree(1, Felder.sha256(LEAF, leaf));
        while (!complete.isEmpty() && complete.peek().leaves() == subtree.leaves()) {
            subtree = complete.pop().with(subtree);
        }
        complete.push(subtree);
        leaves++;
    }

    long leaves() {
        return leaves;
    }

    /** The root over the leaves so far, lower-case hexadecimal; over none SHA-256 of nothing. */
    String root() {
        return complete.stream()
                .reduce((right, left) -> left.with(right))
                .map(root -> HexFormat.of().formatHex(root.hash()))
                .orElseGet(() -> HexFormat.of().formatHex(Felder.sha256()));
    }

    private record Subtree(long leaves, byte[] hash) {

        Subtree with(Subtree right) {
            return new Subtree(leaves + right.leaves, Felder.sha256(NODE, hash, right.hash));
        }
    }
}
