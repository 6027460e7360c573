package de.amtsfluss.processes;

/** How something reaches somebody. */
public enum Versandweg {
    /** It lies ready in the inbox of the portal (§ 9 OZG). */
    POSTFACH,
    /** An e-mail that says that there is something, and not what. */
    EMAIL,
    /** A letter by post. */
    BRIEF,
    /** A call of another system's address, which says that there is something, and not what. */
    WEBHOOK
}
