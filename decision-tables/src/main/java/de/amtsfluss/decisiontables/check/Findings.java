package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.decisiontables.TableFinding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what is found in one table. */
final class Findings {

    private final String file;
    private final String table;
    private final List<TableFinding> all = new ArrayList<>();

    Findings(String file, String table) {
        this.file = file;
        this.table = table;
    }

    void error(List<Integer> rows, String column, String sentence) {
        all.add(new TableFinding(Severity.ERROR, file, table, rows, column, sentence));
    }

    void warning(List<Integer> rows, String column, String sentence) {
        all.add(new TableFinding(Severity.WARNING, file, table, rows, column, sentence));
    }

    void note(List<Integer> rows, String column, String sentence) {
        all.add(new TableFinding(Severity.NOTE, file, table, rows, column, sentence));
    }

    List<TableFinding> all() {
        return all;
    }
}
