package de.amtsfluss.decisiontables.check;

import java.util.List;

/**
 * A decision table as its file has it: texts only, stripped of white space around them.
 *
 * @param id the id of the decision
 * @param hitPolicy the hit policy, as the standard defaults it
 * @param aggregation how the outputs are put together; empty when they are not
 */
record TableSource(
        String id, String hitPolicy, String aggregation, List<Column> inputs, List<Column> outputs, List<Row> rows) {

    /** Says whether the table decides when no row matches; DMN 1.3, 8.3.3. */
    boolean hasDefaults() {
        return outputs.stream().noneMatch(output -> output.defaultEntry().isEmpty());
    }

    /**
     * An input or output.
     *
     * @param name the expression of the input or the name of the output
     * @param allowed the allowed values; empty when there are none
     * @param defaultEntry what an output is when no row matches; empty when there is nothing
     */
    record Column(String name, String typeRef, String allowed, String defaultEntry) {}

    /**
     * A row.
     *
     * @param number its number, counted from 1
     */
    record Row(int number, List<String> inputs, List<String> outputs) {}
}
