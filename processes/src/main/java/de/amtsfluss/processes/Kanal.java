package de.amtsfluss.processes;

import java.util.Locale;

/** The way on which somebody applies. Whichever it is, the Vorgang is the same. */
public enum Kanal {
    /** The portal, filled in by the applicant. */
    PORTAL,
    /** A counter of the city; a clerk fills in. */
    SCHALTER,
    /** The telephone; a clerk fills in. */
    TELEFON,
    /** A letter or a fax; a clerk copies it. */
    BRIEF,
    /** An e-mail; a clerk copies it. */
    EMAIL;

    /** The word kept at the Vorgang. */
    public String wort() {
        return name().toLowerCase(Locale.ROOT);
    }
}
