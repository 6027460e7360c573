package de.amtsfluss.decisiontables.conformance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <testCase>}.
 *
 * @param file the name of the file it stands in
 * @param id its id within the file
 * @param invocable the decision service or function it calls; empty when it asks decisions
 * @param inputs what is handed over, by the names of the elements of the model
 * @param expectations what has to come out
 */
record ConformanceCase(
        String file,
        String id,
        String invocable,
        Map<String, @Nullable Object> inputs,
        List<Expectation> expectations) {

    /**
     * One {@code <resultNode>}.
     *
     * @param node the name of the decision
     * @param value what it has to give; null also where it has to fail
     */
    record Expectation(String node, @Nullable Object value) {}

    @Override
    public String toString() {
        return file + " " + id;
    }
}
