package de.amtsfluss.decisiontables;

import java.util.regex.Pattern;

/**
 * The name by which a decision is called: the id of the decision in its DMN file and the name of that file.
 *
 * @param value a camelCase name; FEEL would read a dash as a minus
 */
public record DecisionId(String value) {

    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");

    /** Refuses what is not a camelCase name. */
    public DecisionId {
        if (!CAMEL_CASE.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected a decision id in camelCase, but got '%s'".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
