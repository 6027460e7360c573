package de.amtsfluss.processes;

/** What the archive decided about something that was offered (code list Aussonderungsart of xdomea 3.1, without B). */
public enum Bewertung {
    /** The archive takes it over. */
    ARCHIVWUERDIG("A"),
    /** The archive declines it; it is erased. */
    VERNICHTEN("V");

    private final String code;

    Bewertung(String code) {
        this.code = code;
    }

    /** The letter in xdomea. */
    public String code() {
        return code;
    }
}
