package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.uplink.Sha256;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The latest uplinks that were processed for an asset, so that a repeat is recognised, over restarts and copies too.
 * What is repeated after more than {@link #KEPT} others is older than them by its own time, and so changes nothing
 * either.
 */
final class Seen {

    /**
     * A broker or network server repeats what was not acknowledged, some minutes' worth; a sensor seldom reports more
     * often than every few minutes. With {@link #ENTRY} bytes each the row of a twin stays within a quarter of a page.
     */
    static final int KEPT = 32;

    /** Bytes of an entry: frame, event (8 each) and payload (4), the first of a SHA-256. */
    static final int ENTRY = 20;

    /** Nothing was processed yet. */
    static final Seen NONE = new Seen(new byte[0]);

    /** The newest first. */
    private final byte[] entries;

    private Seen(byte[] entries) {
        this.entries = entries;
    }

    /** What is known of an uplink. */
    enum Novelty {
        /** It was never here. */
        NEW,
        /** It was processed before. */
        REPEATED,
        /** Another payload was processed under the same number: a counter was reset, or somebody plays tricks. */
        CONFLICT
    }

    /**
     * What tells an uplink from all others.
     *
     * @param frame the radio's natural key: sensor, session and frame counter
     * @param event the network server's number
     * @param payload what must be the same in a repeat
     */
    record Print(long frame, long event, int payload) {

        static Print of(Uplink uplink) {
            return new Print(
                    first(Uplink.naturalKey(uplink.devEui(), uplink.sessionKey(), uplink.fCnt())),
                    first(uplink.eventId()),
                    ByteBuffer.wrap(uplink.hash()).getInt());
        }

        private static long first(String text) {
            return ByteBuffer.wrap(Sha256.of(text)).getLong();
        }
    }

    /**
     * As {@link #bytes()} gave it.
     *
     * @throws IllegalArgumentException if these are no whole entries
     */
    static Seen of(byte[] bytes) {
        if (bytes.length % ENTRY != 0) {
            throw new IllegalArgumentException(
                    "Expected entries of %d bytes, but found %d bytes".formatted(ENTRY, bytes.length));
        }
        return new Seen(bytes.clone());
    }

    /** What is known of an uplink. */
    Novelty novelty(Print uplink) {
        var all = ByteBuffer.wrap(entries);
        var known = Novelty.NEW;
        for (var at = 0; at < entries.length; at += ENTRY) {
            if (all.getLong(at) == uplink.frame() || all.getLong(at + Long.BYTES) == uplink.event()) {
                if (all.getInt(at + 2 * Long.BYTES) != uplink.payload()) {
                    return Novelty.CONFLICT;
                }
                known = Novelty.REPEATED;
            }
        }
        return known;
    }

    /** The same with one more uplink; the oldest makes room. */
    Seen with(Print uplink) {
        var kept = Math.min(entries.length, (KEPT - 1) * ENTRY);
        return new Seen(ByteBuffer.allocate(ENTRY + kept)
                .putLong(uplink.frame())
                .putLong(uplink.event())
                .putInt(uplink.payload())
                .put(entries, 0, kept)
                .array());
    }

    /** The entries that were added since then, the newest first; all if none of those is left. */
    byte[] since(Seen before) {
        for (var added = 0; added < entries.length; added += ENTRY) {
            var old = entries.length - added;
            if (old <= before.entries.length && Arrays.equals(entries, added, entries.length, before.entries, 0, old)) {
                return Arrays.copyOf(entries, added);
            }
        }
        return bytes();
    }

    /** All entries, the newest first. */
    byte[] bytes() {
        return entries.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seen seen && Arrays.equals(entries, seen.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return entries.length / ENTRY + " uplinks";
    }
}
