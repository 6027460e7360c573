package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.SentenceTemplate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision that is no table: a literal expression, or a boxed expression made to one (DMN 1.3, 7.3.1 and 10.2).
 *
 * @param id the decision
 * @param kind what its sentences call it
 * @param output what the value is called in the result
 * @param type what the value has to be
 * @param expression what computes it
 * @param facts what it takes from outside
 * @param answer how the answer is said in German
 * @param unbounded whether it may take long
 */
record Formula(
        DecisionId id,
        String kind,
        String output,
        FeelType type,
        Feel.Expression expression,
        Facts facts,
        SentenceTemplate answer,
        boolean unbounded)
        implements Logic {

    @Override
    public DecisionResult decide(int version, Map<String, ? extends @Nullable Object> given) {
        Problems problems = new Problems(kind, id, version);
        Map<String, @Nullable Object> taken = new LinkedHashMap<>();
        Object value = compute(given, taken, problems);
        if (value == null && !problems.any()) {
            problems.add("Expected %s to give a %s, but got 'null'.", type);
        }
        if (problems.any()) {
            return problems.notDecided();
        }
        return new Decided(
                id,
                version,
                List.of(Map.of(output, Objects.requireNonNull(value))),
                List.of(),
                Collections.unmodifiableMap(taken),
                answer,
                List.of());
    }

    /** Computes the value of a function, which may be null as in FEEL. */
    Feel.Outcome call(Map<String, @Nullable Object> arguments) {
        Problems problems = new Problems(kind, id, 0);
        Object value = compute(arguments, new LinkedHashMap<>(), problems);
        return problems.any() ? new Feel.Outcome(null, problems.sentence()) : new Feel.Outcome(value, null);
    }

    private @Nullable Object compute(
            Map<String, ? extends @Nullable Object> given, Map<String, @Nullable Object> taken, Problems problems) {
        facts.take(given, taken, problems);
        if (problems.any()) {
            return null;
        }
        Feel.Outcome outcome = expression.evaluate(taken, facts.functions());
        if (outcome.problem() != null) {
            problems.add("Expected %s to evaluate its expression, but FEEL says: %s.", outcome.problem());
        }
        Object computed = outcome.value();
        Object value = computed == null ? null : type.convert(computed);
        if (computed != null && value == null) {
            problems.add("Expected %s to give a %s, but got '%s'.", type, Problems.shortened(computed));
        }
        return value;
    }
}
