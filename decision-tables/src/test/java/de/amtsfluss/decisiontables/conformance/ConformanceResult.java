package de.amtsfluss.decisiontables.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a case. */
sealed interface ConformanceResult {

    /** All results were as expected. */
    record Passed() implements ConformanceResult {}

    /**
     * A result differs.
     *
     * @param node the decision
     * @param why why nothing was decided; empty when something was
     */
    record Failed(
            String node,
            @Nullable Object expected,
            @Nullable Object actual,
            String why) implements ConformanceResult {

        @Override
        public String toString() {
            return "FAILED %s: expected %s, but got %s%s"
                    .formatted(node, expected, actual, why.isEmpty() ? "" : " (%s)".formatted(why));
        }
    }

    /**
     * The model or the case cannot be run here.
     *
     * @param findings why
     */
    record Refused(List<String> findings) implements ConformanceResult {

        @Override
        public String toString() {
            return "REFUSED " + String.join(" | ", findings);
        }
    }
}
