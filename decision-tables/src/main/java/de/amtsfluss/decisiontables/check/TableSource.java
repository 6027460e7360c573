package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.types.DeclaredType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as its file has it: texts only, stripped of white space around them.
 *
 * @param id the id of the decision or the business knowledge model that has it
 * @param hitPolicy the hit policy, as the standard defaults it
 * @param aggregation how the outputs are put together; empty when they are not
 * @param types the names of the types that columns of the file may have
 */
record TableSource(
        String id,
        String hitPolicy,
        String aggregation,
        List<String> types,
        List<Column> inputs,
        List<Column> outputs,
        List<Row> rows) {

    /** Says whether the table decides when no row matches; DMN 1.3, 8.3.3. */
    boolean hasDefaults() {
        return outputs.stream().noneMatch(output -> output.defaultEntry().isEmpty());
    }

    /**
     * An input or output.
     *
     * @param name the expression of the input or the name of the output
     * @param typeRef what the file calls its type
     * @param type its type; null when none is called so
     * @param allowed its own allowed values; empty when there are none
     * @param defaultEntry what an output is when no row matches; empty when there is nothing
     */
    record Column(String name, String typeRef, @Nullable DeclaredType type, String allowed, String defaultEntry) {

        /** Returns all tests a value has to pass: those of the column, then those of its type. */
        List<String> restrictions() {
            List<String> tests = new ArrayList<>();
            if (!allowed.isEmpty()) {
                tests.add(allowed);
            }
            for (DeclaredType each = type; each instanceof DeclaredType.Restricted one; each = one.base()) {
                tests.add(one.allowed());
            }
            return tests;
        }

        /** Returns all tests a value has to pass, for a message. */
        String allAllowed() {
            return String.join(" and ", restrictions());
        }
    }

    /**
     * A row.
     *
     * @param number its number, counted from 1
     */
    record Row(int number, List<String> inputs, List<String> outputs) {}
}
