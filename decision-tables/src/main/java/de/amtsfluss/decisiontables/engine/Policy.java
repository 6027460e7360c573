package de.amtsfluss.decisiontables.engine;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.flowable.dmn.model.HitPolicy;

/**
 * How the rows that matched become a result: the hit policies of DMN 1.3, 8.2.10, and their aggregators, 8.3.1.
 *
 * <p>Flowable finds the rows, and refuses a second one under Unique and a different one under Any. Ordering and adding
 * up is done here: Flowable's Collect adds as {@code double} and casts to it, and its orders compare only what has a
 * natural order.
 *
 * <p>Sum and count take all outputs, also equal ones, as 8.2.10 says since DMN 1.2 and as FEEL's {@code sum} and
 * {@code count} do, to which 10.3.2.10 refers. (DMN 1.1 took distinct outputs; its tables are read by the newer rule,
 * so that one sign means one thing.)
 */
enum Policy {
    UNIQUE(HitPolicy.UNIQUE),
    FIRST(HitPolicy.FIRST),
    ANY(HitPolicy.ANY),
    RULE_ORDER(HitPolicy.RULE_ORDER),
    COLLECT(HitPolicy.COLLECT),
    /** One of the rows of the highest priority; of several the first, as the standard leaves that open. */
    PRIORITY(HitPolicy.PRIORITY),
    /** All rows in decreasing priority; rows of the same priority in the order of the table. */
    OUTPUT_ORDER(HitPolicy.OUTPUT_ORDER),
    SUM(HitPolicy.COLLECT),
    MIN(HitPolicy.COLLECT),
    MAX(HitPolicy.COLLECT),
    COUNT(HitPolicy.COLLECT);

    private final HitPolicy written;

    Policy(HitPolicy written) {
        this.written = written;
    }

    /**
     * Finds a policy.
     *
     * @param hitPolicy the hit policy as the standard writes it
     * @param aggregation the aggregator, empty when there is none
     * @return the policy; empty when the standard has none such
     */
    static Optional<Policy> of(String hitPolicy, String aggregation) {
        return Arrays.stream(values())
                .filter(policy -> policy.written.getValue().equals(hitPolicy))
                .filter(policy -> (policy.aggregates() ? policy.name() : "").equals(aggregation))
                .findFirst();
    }

    /** Returns the hit policies of the standard, as it writes them. */
    static List<String> hitPolicies() {
        return Arrays.stream(values())
                .map(policy -> policy.written.getValue())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the policy by which Flowable collects the rows. */
    HitPolicy flowables() {
        return ordered() || aggregates() ? HitPolicy.RULE_ORDER : written;
    }

    /** Says whether the order of the output values gives the priority. */
    boolean ordered() {
        return this == PRIORITY || this == OUTPUT_ORDER;
    }

    /** Says whether all rows become one value. */
    boolean aggregates() {
        return this == SUM || this == MIN || this == MAX || this == COUNT;
    }

    /** Says whether the result may have any number of rows. */
    boolean givesRows() {
        return this == RULE_ORDER || this == COLLECT || this == OUTPUT_ORDER;
    }

    /** Says whether no row is a result too: an empty list, and a count of zero. */
    boolean takesNone() {
        return givesRows() || this == COUNT;
    }

    /** Says whether only numbers can be put together so. */
    boolean needsNumbers() {
        return aggregates() && this != COUNT;
    }

    /** A row of outputs with its number. */
    record Row(int number, Map<String, Object> outputs) {}

    /**
     * Orders, chooses or adds up.
     *
     * @param columns the outputs of the table
     * @param rows the rows that matched, in the order of the table; at least one, unless the policy
     *     {@link #takesNone()}
     * @return the rows of the result; where rows were added up, the first carries the sum
     */
    List<Row> compose(List<Table.Output> columns, List<Row> rows) {
        return switch (this) {
            case UNIQUE, FIRST, ANY, RULE_ORDER, COLLECT -> rows;
            case PRIORITY -> byPriority(columns, rows).limit(1).toList();
            case OUTPUT_ORDER -> byPriority(columns, rows).toList();
            case SUM -> one(columns, rows, numbers(columns, rows, BigDecimal::add));
            case MIN -> one(columns, rows, numbers(columns, rows, BigDecimal::min));
            case MAX -> one(columns, rows, numbers(columns, rows, BigDecimal::max));
            case COUNT -> one(columns, rows, BigDecimal.valueOf(rows.size()));
        };
    }

    /** 8.2.10: columns to the left take precedence, columns without output values are not taken into account. */
    private static Stream<Row> byPriority(List<Table.Output> columns, List<Row> rows) {
        return columns.stream()
                .filter(column -> !column.priorities().isEmpty())
                .map(column -> Comparator.comparingInt(
                        (Row row) -> column.priorities().indexOf(row.outputs().get(column.name()))))
                .reduce(Comparator::thenComparing)
                .map(order -> rows.stream().sorted(order))
                .orElseGet(rows::stream);
    }

    private static BigDecimal numbers(List<Table.Output> columns, List<Row> rows, BinaryOperator<BigDecimal> operator) {
        String column = columns.getFirst().name();
        return rows.stream()
                .map(row -> (BigDecimal) Objects.requireNonNull(row.outputs().get(column)))
                .reduce(operator)
                .orElseThrow();
    }

    private static List<Row> one(List<Table.Output> columns, List<Row> rows, BigDecimal value) {
        int number = rows.isEmpty() ? 0 : rows.getFirst().number();
        return List.of(new Row(number, Map.of(columns.getFirst().name(), FeelType.plain(value))));
    }

    @Override
    public String toString() {
        return aggregates() ? written.getValue() + " " + name() : written.getValue();
    }
}
