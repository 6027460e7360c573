package de.amtsfluss.deploy.benchmarks.decisiontables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says whether all engines give the same outputs for all inputs, without which no comparison means anything. */
final class Agreement {

    private Agreement() {}

    /**
     * Evaluates all tables by all engines.
     *
     * @param step 1 to ask all questions, a larger number to leave out the questions between
     * @return a sentence for the first question of each table and engine about which it differs from our service; empty
     *     when all agree
     */
    static List<String> differences(int step) {
        List<String> differences = new ArrayList<>();
        try (Engine ours = Contender.AMTSFLUSS.start()) {
            for (ComparedTable table : ComparedTable.values()) {
                Engine.Decision decision = ours.decision(table);
                for (Contender contender : EnumSet.complementOf(EnumSet.of(Contender.AMTSFLUSS))) {
                    try (Engine other = contender.start()) {
                        difference(table, contender, decision, other.decision(table), step)
                                .ifPresent(differences::add);
                    }
                }
            }
        }
        return differences;
    }

    private static Optional<String> difference(
            ComparedTable table, Contender contender, Engine.Decision ours, Engine.Decision other, int step) {
        List<Map<String, Object>> questions = table.questions();
        for (int question = 0; question < questions.size(); question += step) {
            Map<String, Object> expected = outputs(ours, question);
            Map<String, Object> found = outputs(other, question);
            if (!found.equals(expected)) {
                return Optional.of("Expected %s to give %s for %s by table %s, but got %s"
                        .formatted(contender, expected, questions.get(question), table, found));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> outputs(Engine.Decision decision, int question) {
        Map<String, Object> outputs = new TreeMap<>();
        decision.outputs(decision.evaluate(question)).forEach((name, value) -> outputs.put(name, comparable(value)));
        return outputs;
    }

    /** Each engine has a type of number of its own. */
    private static Object comparable(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : value;
    }
}
