package de.amtsfluss.decisiontables;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something a reader of a decision table should know before it decides.
 *
 * @param severity whether the table may be deployed all the same
 * @param file the file as it was named to the check
 * @param table the id of the decision or business knowledge model that has the table; empty when it is about the whole
 *     file, or the file could not be read so far
 * @param rows the rows it is about, counted from 1 as the editor shows them; empty when it is about the whole table
 * @param column the expression of the input or the name of the output; empty when it is about whole rows
 * @param sentence what was expected and what was found, in English
 */
public record TableFinding(
        Severity severity, String file, String table, List<Integer> rows, String column, String sentence) {

    /** What a finding means for the deployment of the table. */
    public enum Severity {
        /** The table cannot be run as it stands, or says something its author cannot have meant: it is refused. */
        ERROR,
        /**
         * DMN permits it, but an office that reads the table would be surprised, for example by an input that no row
         * matches: the table is refused, unless who deploys it takes it as it is.
         */
        WARNING,
        /** The check says what it could not look at; the table is deployed. */
        NOTE
    }

    /** Keeps the rows as they are now. */
    public TableFinding {
        rows = List.copyOf(rows);
    }

    /** Returns the place within the table and the sentence, such as {@code row 3, column 'alter': Expected …}. */
    public String line() {
        String place = switch (rows.size()) {
            case 0 -> "";
            case 1 -> "row " + rows.getFirst();
            default -> "rows " + rows.stream().map(String::valueOf).collect(Collectors.joining(" and "));
        };
        if (!column.isEmpty()) {
            place += (place.isEmpty() ? "" : ", ") + "column '%s'".formatted(column);
        }
        return place.isEmpty() ? sentence : place + ": " + sentence;
    }

    /** Returns the finding with file and table, for a list of findings about many files. */
    @Override
    public String toString() {
        return table.isEmpty() ? "%s: %s".formatted(file, line()) : "%s, table '%s': %s".formatted(file, table, line());
    }
}
