package de.amtsfluss.processes.schluessel;

import de.amtsfluss.processes.VorgangId;

/** The key of a Vorgang was deleted: it is erased and takes nothing more. */
public class SchluesselGeloeschtException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchluesselGeloeschtException(VorgangId vorgang) {
        super("Expected the key of Vorgang '%s', but it was deleted".formatted(vorgang));
    }
}
