package de.amtsfluss.processes.entscheidung;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.processes.Entscheidung;
import de.amtsfluss.processes.Nachrechnung;
import de.amtsfluss.processes.Nachrechnung.Aenderung;
import de.amtsfluss.processes.Nachrechnung.Beispiel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evaluates recorded inputs again and sorts what would change by its outcome. */
final class Nachrechner {

    private static final int EXAMPLES = 3;

    /** 24 and 24.0 are the same amount. */
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> left.isNumber() && right.isNumber()
            ? left.decimalValue().compareTo(right.decimalValue())
            : left.equals(right) ? 0 : 1;

    private final DecisionTables changed;
    private final DecisionId table;
    private final JsonMapper json;
    private final Map<Change, List<Beispiel>> examples = new LinkedHashMap<>();
    private final Map<Change, Integer> counts = new LinkedHashMap<>();
    private int checked;
    private int same;

    Nachrechner(DecisionTables changed, DecisionId table, JsonMapper json) {
        this.changed = changed;
        this.table = table;
        this.json = json;
    }

    private record Change(String before, String after) {}

    void check(Entscheidung recorded) {
        checked++;
        var result = changed.evaluate(table, recorded.eingaben());
        var before = json.<JsonNode>valueToTree(recorded.ergebnisse());
        if (result instanceof Decided decided
                && before.equals(BY_VALUE, json.<JsonNode>valueToTree(decided.outputs()))) {
            same++;
            return;
        }
        var change = new Change(before.toString(), after(result));
        counts.merge(change, 1, Integer::sum);
        var some = examples.computeIfAbsent(change, key -> new ArrayList<>());
        if (some.size() < EXAMPLES) {
            some.add(example(recorded, result));
        }
    }

    private String after(DecisionResult result) {
        return switch (result) {
            case Decided decided -> json.writeValueAsString(decided.outputs());
            case NotDecided not -> not.sentence();
        };
    }

    private Beispiel example(Entscheidung recorded, DecisionResult result) {
        return new Beispiel(
                recorded.id(),
                json.writeValueAsString(recorded.eingaben()),
                recorded.begruendung(),
                result instanceof Decided decided ? decided.sentence() : "");
    }

    Nachrechnung result(boolean complete) {
        var changes = counts.entrySet().stream()
                .map(entry -> new Aenderung(
                        entry.getKey().before(),
                        entry.getKey().after(),
                        entry.getValue(),
                        List.copyOf(examples.getOrDefault(entry.getKey(), List.of()))))
                .sorted(Comparator.comparingInt(Aenderung::anzahl).reversed())
                .toList();
        return new Nachrechnung(table, checked, same, changes, complete);
    }
}
