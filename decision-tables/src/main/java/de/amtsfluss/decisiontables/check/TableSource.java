package de.amtsfluss.decisiontables.check;

import java.util.List;

/**
 * A decision table as its file has it: texts only, stripped of white space around them.
 *
 * @param id the id of the decision
 * @param hitPolicy the hit policy, as the standard defaults it
 */
record TableSource(String id, String hitPolicy, List<Column> inputs, List<Column> outputs, List<Row> rows) {

    /**
     * An input or output.
     *
     * @param name the expression of the input or the name of the output
     * @param allowed the allowed values; empty when there are none
     */
    record Column(String name, String typeRef, String allowed) {}

    /**
     * A row.
     *
     * @param number its number, counted from 1
     */
    record Row(int number, List<String> inputs, List<String> outputs) {}
}
