package de.amtsfluss.forms.geschaeftsgaenge;

import de.amtsfluss.processes.Verfuegung;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the page that starts a Geschäftsgang. Rows that were left empty are passed over.
 *
 * @param angaben what was sent, by field
 */
record Eingabezeilen(Map<String, String> angaben) {

    private static final int FIRST = 4;
    private static final int MOST = 50;

    /** How many rows the page shows. */
    int count() {
        return Math.clamp(number("zeilen", FIRST) + (angaben.containsKey("mehr") ? FIRST : 0), FIRST, MOST);
    }

    /** The numbers of the rows that were filled in. */
    List<Integer> filled() {
        var rows = new ArrayList<Integer>();
        for (var row = 0; row < count(); row++) {
            if (!value("verfuegung", row).isEmpty()
                    || !value("name", row).isEmpty()
                    || !value("notiz", row).isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The steps in these rows, and what is wrong with how they were written. */
    List<Schritteingabe> read(List<Integer> rows, Map<String, String> messages) {
        var steps = new ArrayList<Schritteingabe>();
        for (var row : rows) {
            var step = read(row, messages);
            step.check("schritte[%d].".formatted(steps.size()), messages);
            steps.add(step);
        }
        return steps;
    }

    private Schritteingabe read(int row, Map<String, String> messages) {
        var name = value("name", row);
        var isGroup = value("art", row).equals("gruppe");
        return new Schritteingabe(
                null,
                angaben.containsKey("parallel" + row),
                verfuegung(value("verfuegung", row)),
                isGroup ? null : name,
                isGroup ? name : null,
                day("termin" + row, value("termin", row), messages),
                value("notiz", row));
    }

    /** A step that is inserted, from fields without a number. */
    Schritteingabe readSingle(Map<String, String> messages) {
        var name = angaben.getOrDefault("name", "").strip();
        var isGroup = angaben.getOrDefault("art", "").equals("gruppe");
        return new Schritteingabe(
                number("stufe", 0),
                angaben.containsKey("parallel"),
                verfuegung(angaben.getOrDefault("verfuegung", "")),
                isGroup ? null : name,
                isGroup ? name : null,
                day("termin", angaben.getOrDefault("termin", "").strip(), messages),
                angaben.getOrDefault("notiz", ""));
    }

    /** What the service says of the n-th step becomes what the page says of its row. */
    Map<String, String> byRow(Map<String, String> messages, List<Integer> rows) {
        var byRow = new LinkedHashMap<String, String>();
        messages.forEach((field, sentence) -> byRow.put(field(field, rows), sentence));
        return byRow;
    }

    private static String field(String field, List<Integer> rows) {
        var end = field.indexOf("].");
        if (!field.startsWith("schritte[") || end < 0) {
            return field;
        }
        var row = rows.get(Integer.parseInt(field.substring("schritte[".length(), end)));
        var name = field.substring(end + 2);
        return (name.equals("adressat") ? "name" : name) + row;
    }

    private String value(String field, int row) {
        return angaben.getOrDefault(field + row, "").strip();
    }

    private int number(String field, int otherwise) {
        try {
            return Integer.parseInt(angaben.getOrDefault(field, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static @Nullable Verfuegung verfuegung(String name) {
        for (var verfuegung : Verfuegung.values()) {
            if (verfuegung.name().equals(name)) {
                return verfuegung;
            }
        }
        return null;
    }

    static @Nullable LocalDate day(String field, String text, Map<String, String> messages) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            messages.put(field, "Bitte geben Sie einen Tag an.");
            return null;
        }
    }
}
