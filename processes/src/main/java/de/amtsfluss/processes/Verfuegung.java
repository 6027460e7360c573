package de.amtsfluss.processes;

/** What a step of a Geschäftsgang asks for (xdomea: Verfuegung; the words are those of the offices). */
public enum Verfuegung {
    /** z. K.: somebody is to see it; the Geschäftsgang does not wait for that. */
    ZUR_KENNTNIS,
    /** z. Mz.: somebody shares the responsibility for the draft. */
    ZUR_MITZEICHNUNG,
    /** z. Bearb.: somebody is to do something. */
    ZUR_BEARBEITUNG,
    /** SZ: the draft is signed for good and becomes immutable. */
    SCHLUSSZEICHNUNG,
    /** R: somebody wants to talk about it. */
    RUECKSPRACHE,
    /** WV: it is to be seen again on a day, and not before. */
    WIEDERVORLAGE,
    /** zdA: the Vorgang is closed. */
    ZU_DEN_AKTEN;

    /** Whether it signs a draft, which nobody does for a draft of his own. */
    public boolean isSignature() {
        return this == ZUR_MITZEICHNUNG || this == SCHLUSSZEICHNUNG;
    }
}
