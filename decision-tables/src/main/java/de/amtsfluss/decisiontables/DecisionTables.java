package de.amtsfluss.decisiontables;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decision tables of the administration.
 *
 * <p>Safe for use by many threads at once. An evaluation reads no database.
 */
public interface DecisionTables {

    /**
     * Evaluates the current version of a table.
     *
     * <p>Numbers may be any {@link Number}, texts are strings, dates are {@link java.time.LocalDate}. Entries the table
     * does not ask for are ignored, so that a whole set of facts can be handed over.
     *
     * @param decision the table
     * @param inputs the facts by the names the table uses; a {@code null} value counts as missing
     * @return what was decided, or the sentence that says why nothing could be: an unknown table, a missing input, a
     *     value that is not allowed, no matching row, or more matching rows than the hit policy permits
     */
    DecisionResult evaluate(DecisionId decision, Map<String, ? extends @Nullable Object> inputs);
}
