package de.amtsfluss.decisiontables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of an evaluation. */
public sealed interface DecisionResult {

    /**
     * Returns the table that was asked.
     *
     * @return the id of the decision
     */
    DecisionId decision();

    /**
     * The table decided.
     *
     * @param decision the table
     * @param version the version of the table, counted from 1
     * @param outputs one map for each row of the result, in the order the hit policy asks for; keys are the output
     *     names in the order of the columns, values are of the types {@link DecisionTables#evaluate} names. A table
     *     that adds up its rows gives one row
     * @param rules the rows that matched, in the order of the table, under Output order in the order of the outputs;
     *     under First and Priority the row that decided, and none when the default output entries decided
     * @param inputs the facts the table asked for, by name, in the order of its columns, then those that the decisions
     *     it requires asked for; {@code null} where the fact was given as {@code null}
     * @param answer how the answer is said in German, with places for outputs and inputs
     * @param required what was decided on the way by the decisions it requires, directly or by way of others, in the
     *     order of their evaluation, each without what it required itself; empty for a table on its own
     * @param several whether the hit policy gives any number of rows (Collect without aggregation, Rule order, Output
     *     order), so that the value is a list, also of one row
     */
    record Decided(
            DecisionId decision,
            int version,
            List<Map<String, Object>> outputs,
            List<RuleHit> rules,
            Map<String, @Nullable Object> inputs,
            SentenceTemplate answer,
            List<Decided> required,
            boolean several)
            implements DecisionResult {

        /** Copies the lists. */
        public Decided {
            outputs = List.copyOf(outputs);
            rules = List.copyOf(rules);
            required = List.copyOf(required);
        }

        /**
         * A decision with one value: that of a table that gives one row, or of another expression.
         *
         * @param decision the table
         * @param version the version of the table, counted from 1
         * @param outputs one map with the values by output name
         * @param rules the rows that matched
         * @param inputs the facts the table asked for, by name
         * @param answer how the answer is said in German, with places for outputs and inputs
         * @param required what was decided on the way by the decisions it requires
         */
        public Decided(
                DecisionId decision,
                int version,
                List<Map<String, Object>> outputs,
                List<RuleHit> rules,
                Map<String, @Nullable Object> inputs,
                SentenceTemplate answer,
                List<Decided> required) {
            this(decision, version, outputs, rules, inputs, answer, required, false);
        }

        /**
         * Returns what was decided as the one value of DMN that requiring decisions see (DMN 1.3, 8.2.10 and 10.4).
         *
         * @return the value of the output where there is one, a context by output names where there are several; a list
         *     of these, one for each row, where the hit policy gives any number of rows
         */
        public Object value() {
            List<Object> rows = outputs.stream().map(Decided::value).toList();
            return several ? rows : rows.getFirst();
        }

        private static Object value(Map<String, Object> row) {
            return row.size() == 1 ? row.values().iterator().next() : row;
        }

        /**
         * Returns what was decided and why, as a clerk can put it into a Bescheid.
         *
         * @return German: the answer and, from the annotations of the rows that decided, the reason; one sentence for
         *     each row where the table gives several
         */
        public String sentence() {
            return Begruendung.of(this);
        }

        /**
         * Returns the outputs of a table that gives exactly one row, as Unique, First, Any, Priority and sums do.
         *
         * @return the values by output name
         * @throws IllegalStateException when the table gave more rows
         */
        public Map<String, Object> single() {
            if (outputs.size() != 1) {
                throw new IllegalStateException(
                        "Expected one row of outputs from table '%s', but got %d".formatted(decision, outputs.size()));
            }
            return outputs.getFirst();
        }

        /**
         * Returns a text of the single row of outputs.
         *
         * @param output the name of the output
         * @return the text
         * @throws IllegalStateException when the table gave more rows, or no such text
         */
        public String text(String output) {
            return typed(output, String.class);
        }

        /**
         * Returns a number of the single row of outputs.
         *
         * @param output the name of the output
         * @return the number, exactly as FEEL computed it
         * @throws IllegalStateException when the table gave more rows, or no such number
         */
        public BigDecimal number(String output) {
            return typed(output, BigDecimal.class);
        }

        private <T> T typed(String output, Class<T> type) {
            Object value = single().get(output);
            if (!type.isInstance(value)) {
                throw new IllegalStateException("Expected table '%s' to give a %s as '%s', but its outputs are %s"
                        .formatted(decision, type.getSimpleName(), output, single()));
            }
            return type.cast(value);
        }
    }

    /**
     * The table could not decide.
     *
     * @param decision the table that was asked
     * @param known whether there is such a table, in the version that was asked for
     * @param sentence why, in English, with table, input and row; it may repeat the value of an input
     */
    record NotDecided(DecisionId decision, boolean known, String sentence) implements DecisionResult {

        /**
         * A table that is there could not decide.
         *
         * @param decision the table that was asked
         * @param sentence why, in English, with table, input and row
         */
        public NotDecided(DecisionId decision, String sentence) {
            this(decision, true, sentence);
        }
    }
}
