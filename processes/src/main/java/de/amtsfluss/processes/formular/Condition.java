package de.amtsfluss.processes.formular;

import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** A condition of a form, in FEEL as form-js evaluates it. */
final class Condition {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private final ParsedExpression parsed;

    private Condition(ParsedExpression parsed) {
        this.parsed = parsed;
    }

    /**
     * Reads a condition.
     *
     * @param text the expression after an equals sign; empty where there is no condition
     * @throws IllegalArgumentException if it is no FEEL
     */
    static @Nullable Condition read(String text) {
        if (text.isBlank()) {
            return null;
        }
        var result = FEEL.parseExpression(text.strip().replaceFirst("^=", ""));
        if (!result.isSuccess()) {
            throw new IllegalArgumentException("Expected a condition in FEEL, but found '%s'".formatted(text));
        }
        return new Condition(result.parsedExpression());
    }

    /** Whether it holds; where a value it needs is missing, it does not. */
    boolean holds(Map<String, @Nullable Object> values) {
        var result = FEEL.evaluate(parsed, values);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
