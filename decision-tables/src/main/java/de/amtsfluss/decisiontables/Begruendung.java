package de.amtsfluss.decisiontables;

import de.amtsfluss.decisiontables.DecisionResult.Decided;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts the answer of a table and the annotations of its rows together to a sentence. */
final class Begruendung {

    /** An annotation that begins so goes on with the sentence of the answer. */
    private static final Pattern SUBORDINATE =
            Pattern.compile("(weil|da|denn|soweit|wenn|sofern)\\b.*", Pattern.DOTALL);

    private Begruendung() {}

    static String of(Decided decided) {
        if (decided.outputs().isEmpty()) {
            return "Keine Zeile der Tabelle trifft zu.";
        }
        List<RuleHit> rules = decided.rules();
        if (decided.outputs().size() > 1 && decided.outputs().size() == rules.size()) {
            return IntStream.range(0, rules.size())
                    .mapToObj(row -> sentence(decided, decided.outputs().get(row), List.of(rules.get(row))))
                    .distinct()
                    .collect(Collectors.joining(" "));
        }
        return decided.outputs().stream()
                .map(outputs -> sentence(decided, outputs, rules))
                .collect(Collectors.joining(" "));
    }

    private static String sentence(Decided decided, Map<String, Object> outputs, List<RuleHit> rules) {
        Map<String, Object> values = new HashMap<>(decided.inputs());
        values.putAll(outputs);
        String answer = decided.answer().fill(values);
        String reason = rules.stream()
                .map(rule -> new SentenceTemplate(rule.annotation()).fill(values))
                .filter(annotation -> !annotation.isEmpty())
                .distinct()
                .collect(Collectors.joining(" und "));
        if (reason.isEmpty()) {
            return ended(answer);
        }
        return SUBORDINATE.matcher(reason).matches()
                ? ended(answer + ", " + reason)
                : ended(answer) + " " + ended(reason);
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
