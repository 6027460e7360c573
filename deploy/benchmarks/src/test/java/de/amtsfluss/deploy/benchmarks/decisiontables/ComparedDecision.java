package de.amtsfluss.deploy.benchmarks.decisiontables;

import java.util.List;

/**
 * A decision table that is compared, before it is written for an engine.
 *
 * @param id the name by which it is called, and by which other decisions know its result when it has one output
 * @param hitPolicy the hit policy as the standard writes it
 * @param rows as many input cells in each as there are inputs, and as many outputs, texts or numbers
 * @param required the ids of the decisions it requires
 */
record ComparedDecision(
        String id, String hitPolicy, List<Input> inputs, List<Output> outputs, List<Row> rows, List<String> required) {

    /**
     * An input column.
     *
     * @param allowed the allowed values as FEEL
     */
    record Input(String name, String typeRef, String allowed) {

        static Input text(String name, List<String> allowed) {
            return new Input(
                    name,
                    "string",
                    String.join(
                            ",", allowed.stream().map(text -> '"' + text + '"').toList()));
        }

        /**
         * A column of numbers.
         *
         * @param end what all allowed numbers are less than
         */
        static Input number(String name, int from, int end) {
            return new Input(name, "number", "[%d..%d)".formatted(from, end));
        }
    }

    /** An output column. */
    record Output(String name, String typeRef) {}

    /** A row of the table. */
    record Row(List<Cell> inputs, List<Object> outputs) {}
}
