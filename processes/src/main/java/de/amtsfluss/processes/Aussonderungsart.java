package de.amtsfluss.processes;

import java.util.Optional;

/** What becomes of an Akte when it need not be kept any longer (code list of xdomea 3.1). */
public enum Aussonderungsart {
    /** It goes to the archive. */
    ARCHIVWUERDIG("A"),
    /** The archive decides. */
    BEWERTEN("B"),
    /** It is destroyed. */
    VERNICHTEN("V");

    private final String code;

    Aussonderungsart(String code) {
        this.code = code;
    }

    /** The letter in xdomea. */
    public String code() {
        return code;
    }

    /** The one with this letter. */
    public static Optional<Aussonderungsart> of(String code) {
        for (var art : values()) {
            if (art.code.equals(code)) {
                return Optional.of(art);
            }
        }
        return Optional.empty();
    }
}
