package de.amtsfluss.decisiontables;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The decision tables of the administration.
 *
 * <p>Safe for use by many threads at once. An evaluation of the current version reads no database.
 */
public interface DecisionTables {

    /**
     * Evaluates the current version of a table.
     *
     * <p>Entries the table does not ask for are ignored, so that a whole set of facts can be handed over. The types of
     * FEEL (DMN 1.3, 10.3.1 and 10.3.2.3) are these types of Java, for inputs and for outputs:
     *
     * <table>
     *   <caption>FEEL and Java</caption>
     *   <tr><th>column</th><th>Java</th></tr>
     *   <tr><td>{@code string}</td><td>{@link String}</td></tr>
     *   <tr><td>{@code number}</td><td>{@link java.math.BigDecimal}; as input any number of the JDK</td></tr>
     *   <tr><td>{@code boolean}</td><td>{@link Boolean}</td></tr>
     *   <tr><td>{@code date}</td><td>{@link java.time.LocalDate}</td></tr>
     *   <tr><td>{@code time}</td><td>{@link java.time.LocalTime}; {@link java.time.OffsetTime} with an offset</td></tr>
     *   <tr><td>{@code date and time}</td><td>{@link java.time.LocalDateTime}; {@link java.time.ZonedDateTime} with a
     *       zone or offset, as input also {@link java.time.OffsetDateTime}</td></tr>
     *   <tr><td>{@code days and time duration}</td><td>{@link java.time.Duration}</td></tr>
     *   <tr><td>{@code years and months duration}</td><td>{@link java.time.Period} without days</td></tr>
     *   <tr><td>{@code list<...>}</td><td>{@link java.util.List}</td></tr>
     *   <tr><td>{@code context}</td><td>{@link Map} with names as keys</td></tr>
     *   <tr><td>{@code Any}</td><td>any of these</td></tr>
     * </table>
     *
     * <p>Within lists and contexts there may be {@code null}. The editor's names {@code dateTime},
     * {@code dayTimeDuration} and {@code yearMonthDuration} are understood too, and {@code list} for a list of
     * anything.
     *
     * <p>A fact that is given as {@code null} is a value (DMN 1.3, 10.3.2.1): the cell {@code -} matches it,
     * {@code null} tests it, and a comparison with it does not match. Allowed values exclude it unless they list it.
     *
     * @param decision the table
     * @param inputs the facts by the names the table uses; one that the table asks for and that is not among them is
     *     missing
     * @return what was decided, or the sentence that says why nothing could be: an unknown table, a missing input, a
     *     value that is not allowed, no matching row, more matching rows than the hit policy permits, or an evaluation
     *     that took too long
     */
    DecisionResult evaluate(DecisionId decision, Map<String, ? extends @Nullable Object> inputs);

    /**
     * Evaluates a version of a table that was current at some time.
     *
     * @param decision the table
     * @param version its version, counted from 1
     * @param inputs the facts as above
     * @return as above; also that there is no such version
     * @throws IllegalStateException when the version has to be read from the database and that fails
     */
    DecisionResult evaluate(DecisionId decision, int version, Map<String, ? extends @Nullable Object> inputs);

    /**
     * Says which version of a table decides now; reads no database.
     *
     * @param decision the table
     * @return its version, counted from 1; empty when there is no such table
     */
    OptionalInt version(DecisionId decision);
}
