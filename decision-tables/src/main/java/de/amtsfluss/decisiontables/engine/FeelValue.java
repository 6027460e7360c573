package de.amtsfluss.decisiontables.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Values on their way between Java and FEEL, which is written in Scala. */
final class FeelValue {

    private FeelValue() {}

    /** Returns a value as the Java type that stands for a FEEL type, or null when it is of another type. */
    static @Nullable Object of(FeelType.Basic type, Object value) {
        Object java = java(value);
        boolean ofType = switch (type) {
            case STRING -> java instanceof String;
            case NUMBER -> java instanceof BigDecimal;
            case BOOLEAN -> java instanceof Boolean;
            case DATE -> java instanceof LocalDate;
            case TIME -> java instanceof LocalTime || java instanceof OffsetTime;
            case DATE_AND_TIME -> java instanceof LocalDateTime || java instanceof ZonedDateTime;
            case DAYS_AND_TIME_DURATION -> java instanceof Duration;
            case YEARS_AND_MONTHS_DURATION -> java instanceof Period;
            case CONTEXT -> java instanceof Map;
            case ANY -> java != null;
        };
        return ofType ? java : null;
    }

    /** Returns the elements when the value is a list of Java or FEEL, else null. */
    static @Nullable Collection<?> collection(Object value) {
        return switch (value) {
            case List<?> list -> list;
            case scala.collection.Seq<?> list -> CollectionConverters.asJava(list);
            default -> null;
        };
    }

    private static @Nullable Object java(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean bool -> bool;
            case Number number -> number(number);
            case LocalDate date -> date;
            case LocalTime time -> time;
            case OffsetTime time -> time;
            case LocalDateTime time -> time;
            case ZonedDateTime time -> time;
            case OffsetDateTime time -> time.toZonedDateTime();
            case Duration duration -> duration;
            // A duration of months and days is neither of the two durations of FEEL.
            case Period duration ->
                Period.ZERO.equals(duration.withYears(0).withMonths(0)) ? duration.normalized() : null;
            case Map<?, ?> context -> context(context);
            case scala.collection.Map<?, ?> context -> context(CollectionConverters.asJava(context));
            default -> collection(value) == null ? null : new FeelType.ListOf(FeelType.Basic.ANY).convert(value);
        };
    }

    private static @Nullable BigDecimal number(Number value) {
        return switch (value) {
            case BigDecimal number -> FeelType.plain(number);
            case scala.math.BigDecimal number -> FeelType.plain(number.bigDecimal());
            case BigInteger number -> new BigDecimal(number);
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case Short number -> BigDecimal.valueOf(number);
            case Byte number -> BigDecimal.valueOf(number);
            // By way of its text: 94.9f is 94.9 and not the double next to it.
            case Float number -> Float.isFinite(number) ? FeelType.plain(new BigDecimal(number.toString())) : null;
            case Double number -> Double.isFinite(number) ? FeelType.plain(BigDecimal.valueOf(number)) : null;
            default -> null;
        };
    }

    private static @Nullable Object context(Map<?, ?> entries) {
        Map<String, @Nullable Object> converted = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            Object value = entry.getValue();
            Object one = value == null ? null : java(value);
            if (!(entry.getKey() instanceof String) || (one == null && value != null)) {
                return null;
            }
            converted.put((String) entry.getKey(), one);
        }
        return Collections.unmodifiableMap(converted);
    }
}
