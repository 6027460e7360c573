package de.amtsfluss.decisiontables.engine;

import java.util.List;

/** A DMN file was refused; the message lists every finding with file and element. */
final class RefusedTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedTableException(String file, List<String> findings) {
        super("Expected '%s' to be a decision table that can be run, but:%n- %s"
                .formatted(file, String.join("%n- ".formatted(), findings)));
    }
}
