package de.amtsfluss.processes.protokoll;

/** The first keys of PostgreSQL's advisory locks that the Protokoll uses; the second is 0 where none is named. */
public final class ProtokollLocks {

    /** Shared by all writers until their commit; taken alone to close a day, so that no writer is half-way then. */
    public static final int DAY = 0x50524F01;

    /** Held by the one who writes to a chain; the second key is a hash of its id. */
    static final int CHAIN = 0x50524F02;

    /** Held by the one replica that seals. */
    public static final int SEAL = 0x50524F03;

    private ProtokollLocks() {}
}
