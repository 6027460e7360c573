package de.amtsfluss.decisiontables;

import java.util.regex.Pattern;

/**
 * The name by which a decision or decision service is called: its id in its DMN file.
 *
 * @param value a name of XML without colon (NCName of Namespaces in XML 1.0, production 4), as ids are
 */
public record DecisionId(String value) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}._·-]*");

    /** Refuses what could not be an id in a file. */
    public DecisionId {
        if (!isId(value)) {
            throw new IllegalArgumentException(
                    "Expected a decision id that is a name in XML, but got '%s'".formatted(value));
        }
    }

    /**
     * Says whether a text could be an id.
     *
     * @param text what may be one
     * @return whether a decision can be called so
     */
    public static boolean isId(String text) {
        return NAME.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
