package de.amtsfluss.processes;

/** How something reaches somebody, and how somebody wishes to be written to. */
public enum Versandweg {
    /** The inbox in the portal (§ 9 OZG). */
    POSTFACH,
    /** An e-mail that tells where to read it. */
    EMAIL,
    /** A printed letter. */
    BRIEF,
    /** A call of another system, which says that something happened and not what; nobody's wish. */
    WEBHOOK
}
