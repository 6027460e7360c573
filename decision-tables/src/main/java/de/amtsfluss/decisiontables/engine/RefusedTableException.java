package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.decisiontables.TableFinding.Severity;
import java.util.ArrayList;
import java.util.List;

/** A DMN file was refused; the message lists every finding with file and element. */
final class RefusedTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final ArrayList<String> findings;

    RefusedTableException(String file, List<String> findings) {
        super("Expected '%s' to be a decision table that can be run, but:%n- %s"
                .formatted(file, String.join("%n- ".formatted(), findings)));
        this.file = file;
        this.findings = new ArrayList<>(findings);
    }

    /** Returns each finding by itself. */
    List<TableFinding> findings() {
        return findings.stream()
                .map(sentence -> Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1))
                .map(sentence -> new TableFinding(Severity.ERROR, file, "", List.of(), "", sentence))
                .toList();
    }
}
