package de.amtsfluss.processes;

/** How somebody wishes to be written to. */
public enum Versandweg {
    /** The inbox in the portal. */
    POSTFACH,
    /** An e-mail that tells where to read it. */
    EMAIL,
    /** A printed letter. */
    BRIEF
}
