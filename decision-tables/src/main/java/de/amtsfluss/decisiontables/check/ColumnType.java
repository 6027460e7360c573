package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.types.BasicType;
import de.amtsfluss.decisiontables.types.DeclaredType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The FEEL types of DMN 1.3, chapter 10, of which the check knows sets of values.
 *
 * <p>All types with an order are laid on one line of numbers: dates as days, times and durations as nanoseconds or
 * months. All but numbers are steps on that line: nothing lies between two neighbouring days.
 */
enum ColumnType {
    STRING(BasicType.STRING, 0),
    NUMBER(BasicType.NUMBER, 1),
    BOOLEAN(BasicType.BOOLEAN, 0),
    DATE(BasicType.DATE, 1),
    TIME(BasicType.TIME, 60_000_000_000L),
    DATE_AND_TIME(BasicType.DATE_AND_TIME, 60_000_000_000L),
    DAYS_AND_TIME_DURATION(BasicType.DAYS_AND_TIME_DURATION, 60_000_000_000L),
    YEARS_AND_MONTHS_DURATION(BasicType.YEARS_AND_MONTHS_DURATION, 1),
    /** Lists, contexts and values of any type: the check knows no set of them but all. */
    OTHER(BasicType.ANY, 0);

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    private final BasicType basic;
    private final long stride;

    ColumnType(BasicType basic, long stride) {
        this.basic = basic;
        this.stride = stride;
    }

    /** Returns what the values of a type are; which of them are allowed is another question. */
    static ColumnType of(DeclaredType declared) {
        return switch (declared) {
            case DeclaredType.Basic one ->
                Arrays.stream(values())
                        .filter(type -> type.basic == one.type())
                        .findFirst()
                        .orElse(OTHER);
            case DeclaredType.Restricted restricted -> of(restricted.base());
            case DeclaredType.ListOf list -> OTHER;
            case DeclaredType.Structure structure -> OTHER;
        };
    }

    boolean ordered() {
        return stride > 0;
    }

    /** Says whether between any two values lies another. */
    boolean dense() {
        return this == NUMBER;
    }

    /** Returns how far outside of all borders an example lies, so that it is easy to read. */
    BigDecimal stride() {
        return BigDecimal.valueOf(stride);
    }

    /** Returns the first value of the type; null when there is none. */
    @Nullable
    BigDecimal first() {
        return this == TIME ? BigDecimal.ZERO : null;
    }

    /** Returns the last value of the type; null when there is none. */
    @Nullable
    BigDecimal last() {
        return this == TIME ? BigDecimal.valueOf(LocalTime.MAX.toNanoOfDay()) : null;
    }

    /** Returns the place of a literal among the values of this type, or null when it is of another type. */
    @Nullable
    Object coordinate(Literal literal) {
        Object written = literal.value();
        return written == null ? null : coordinate(written);
    }

    private @Nullable Object coordinate(Object written) {
        return switch (written) {
            case String string -> this == STRING ? string : null;
            case Boolean bool -> this == BOOLEAN ? bool : null;
            case BigDecimal number -> this == NUMBER ? number.stripTrailingZeros() : null;
            case LocalDate date -> this == DATE ? plain(BigDecimal.valueOf(date.toEpochDay())) : null;
            case LocalTime time -> this == TIME ? plain(BigDecimal.valueOf(time.toNanoOfDay())) : null;
            case LocalDateTime time ->
                this == DATE_AND_TIME
                        ? nanos(time.toEpochSecond(ZoneOffset.UTC), time.get(ChronoField.NANO_OF_SECOND))
                        : null;
            case Duration duration ->
                this == DAYS_AND_TIME_DURATION ? nanos(duration.getSeconds(), duration.getNano()) : null;
            case Period period ->
                this == YEARS_AND_MONTHS_DURATION ? plain(BigDecimal.valueOf(period.toTotalMonths())) : null;
            default -> null;
        };
    }

    /** Returns a value as FEEL writes it. */
    String text(Object coordinate) {
        if (this == OTHER) {
            return "any value";
        }
        return new Literal(
                        coordinate instanceof BigDecimal number && this != NUMBER
                                ? value(number.toBigIntegerExact().longValue(), number)
                                : coordinate)
                .toString();
    }

    @Override
    public String toString() {
        return basic.toString();
    }

    private Object value(long steps, BigDecimal number) {
        return switch (this) {
            case DATE -> LocalDate.ofEpochDay(steps);
            case TIME -> LocalTime.ofNanoOfDay(steps);
            case DATE_AND_TIME -> LocalDateTime.ofEpochSecond(seconds(number), nano(number), ZoneOffset.UTC);
            case DAYS_AND_TIME_DURATION -> Duration.ofSeconds(seconds(number), nano(number));
            case YEARS_AND_MONTHS_DURATION -> Period.ofMonths((int) steps).normalized();
            case STRING, NUMBER, BOOLEAN, OTHER -> number;
        };
    }

    private static BigDecimal nanos(long seconds, int nanos) {
        return plain(BigDecimal.valueOf(seconds).multiply(NANOS).add(BigDecimal.valueOf(nanos)));
    }

    private static long seconds(BigDecimal nanos) {
        return nanos.toBigInteger()
                .subtract(BigDecimal.valueOf(nano(nanos)).toBigInteger())
                .divide(NANOS.toBigInteger())
                .longValueExact();
    }

    private static int nano(BigDecimal nanos) {
        return nanos.toBigInteger().mod(NANOS.toBigInteger()).intValueExact();
    }

    /** One notation for one number, so that equal numbers are equal objects. */
    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }
}
