package de.amtsfluss.decisiontables.engine;

import java.util.Map;
import org.camunda.feel.api.EvaluationFailure;
import org.jspecify.annotations.Nullable;

/**
 * Tells the nulls of the standard from those by which FEEL hides a mistake.
 *
 * <p>A null is a value of every type (DMN 1.3, 10.3.2.1). What compares or computes with one gives null, and a test
 * that gives null does not match. FEEL's engine reports that in the same way as a comparison of a number with a text.
 */
final class Nulls {

    /**
     * How a message of FEEL's engine writes a null; a text is written within quotation marks, and so never like this.
     */
    private static final String OPERAND = "'null'";

    private static final String CONTEXT = "The context is null";

    private Nulls() {}

    /** Says whether a value is null or has a null among its parts. */
    static boolean within(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Map<?, ?> context -> context.values().stream().anyMatch(Nulls::within);
            case Iterable<?> list -> {
                for (Object element : list) {
                    if (within(element)) {
                        yield true;
                    }
                }
                yield false;
            }
            default -> false;
        };
    }

    /** Says whether what FEEL could not do was to compute or compare with null. */
    static boolean explain(EvaluationFailure failure) {
        String message = failure.failureMessage();
        return message.contains(OPERAND) || message.endsWith(CONTEXT);
    }
}
