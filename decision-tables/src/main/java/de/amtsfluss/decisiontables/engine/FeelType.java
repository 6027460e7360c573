package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.types.BasicType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types a column of a table may have: those of FEEL in DMN 1.3, 7.3.3 and 10.3.1. */
sealed interface FeelType {

    /** Returns the value as the one Java type that stands for this FEEL type, or null when it is none. */
    @Nullable
    Object convert(Object value);

    /**
     * Returns a value somebody handed over as the one Java type that stands for this FEEL type, or null when it is
     * none. JSON has no days, times and durations: a text is read as one where the type asks for it.
     */
    default @Nullable Object read(Object given) {
        return convert(given);
    }

    /** Says whether null is a value of the type, as it is of all that do not list their values: DMN 1.3, 10.3.2.1. */
    default boolean admitsNull() {
        return true;
    }

    /** Says whether the values are numbers. */
    default boolean isNumber() {
        return this == Basic.NUMBER;
    }

    /** Says whether a value may have any number of parts, so that a single function may take long over it. */
    boolean mayBeLarge();

    /** One notation for one number, so that equal numbers are equal objects: 1, not 1.0 or 1E+0. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A type that is not made of another. */
    enum Basic implements FeelType {
        STRING(BasicType.STRING),
        NUMBER(BasicType.NUMBER),
        BOOLEAN(BasicType.BOOLEAN),
        DATE(BasicType.DATE),
        TIME(BasicType.TIME),
        DATE_AND_TIME(BasicType.DATE_AND_TIME),
        DAYS_AND_TIME_DURATION(BasicType.DAYS_AND_TIME_DURATION),
        YEARS_AND_MONTHS_DURATION(BasicType.YEARS_AND_MONTHS_DURATION),
        CONTEXT(BasicType.CONTEXT),
        ANY(BasicType.ANY);

        private final BasicType declared;

        Basic(BasicType declared) {
            this.declared = declared;
        }

        /** Returns what runs a type of FEEL. */
        static Basic of(BasicType declared) {
            return Arrays.stream(values())
                    .filter(type -> type.declared == declared)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public boolean mayBeLarge() {
            return this == CONTEXT || this == ANY;
        }

        @Override
        public @Nullable Object convert(Object value) {
            return FeelValue.of(this, value);
        }

        @Override
        public @Nullable Object read(Object given) {
            Object value = given instanceof String text ? FeelText.read(this, text) : given;
            return value == null ? null : convert(value);
        }

        @Override
        public String toString() {
            return declared.toString();
        }
    }

    /** A list of values of one type; {@code null} may be among them, as in FEEL. */
    record ListOf(FeelType element) implements FeelType {

        @Override
        public boolean mayBeLarge() {
            return true;
        }

        @Override
        public @Nullable Object convert(Object value) {
            return converted(value, element::convert);
        }

        @Override
        public @Nullable Object read(Object given) {
            return converted(given, element::read);
        }

        private static @Nullable Object converted(Object value, Function<Object, @Nullable Object> conversion) {
            Collection<?> values = FeelValue.collection(value);
            if (values == null) {
                return null;
            }
            List<@Nullable Object> converted = new ArrayList<>();
            for (Object each : values) {
                Object one = each == null ? null : conversion.apply(each);
                if (one == null && each != null) {
                    return null;
                }
                converted.add(one);
            }
            return Collections.unmodifiableList(converted);
        }

        @Override
        public String toString() {
            return element == Basic.ANY ? "list" : "list<%s>".formatted(element);
        }
    }

    /**
     * A context with components of its own types: DMN 1.3, 7.3.2 and 10.3.2.9. It may have more entries than these; a
     * component may be {@code null}, but not missing.
     */
    record Structure(String name, Map<String, FeelType> components) implements FeelType {

        @Override
        public boolean mayBeLarge() {
            return true;
        }

        @Override
        public @Nullable Object convert(Object value) {
            return converted(value, FeelType::convert);
        }

        @Override
        public @Nullable Object read(Object given) {
            return converted(given, FeelType::read);
        }

        private @Nullable Object converted(Object value, BiFunction<FeelType, Object, @Nullable Object> conversion) {
            if (!(Basic.CONTEXT.convert(value) instanceof Map<?, ?> entries)) {
                return null;
            }
            Map<String, @Nullable Object> converted = new LinkedHashMap<>();
            entries.forEach((key, entry) -> converted.put((String) key, entry));
            for (Map.Entry<String, FeelType> component : components.entrySet()) {
                Object entry = converted.get(component.getKey());
                Object one = entry == null ? null : conversion.apply(component.getValue(), entry);
                if (!converted.containsKey(component.getKey()) || (one == null && entry != null)) {
                    return null;
                }
                converted.put(component.getKey(), one);
            }
            return Collections.unmodifiableMap(converted);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A type of which only some values are allowed; those of a list are those of its elements, as in 7.3.2. */
    record Restricted(String name, FeelType base, Feel.Expression allowed) implements FeelType {

        @Override
        public boolean isNumber() {
            return base.isNumber();
        }

        @Override
        public boolean mayBeLarge() {
            return base.mayBeLarge() || allowed.effort().unbounded();
        }

        @Override
        public boolean admitsNull() {
            return base.admitsNull() && passes(null);
        }

        @Override
        public @Nullable Object convert(Object value) {
            Object converted = base.convert(value);
            return converted != null && allows(converted) ? converted : null;
        }

        @Override
        public @Nullable Object read(Object given) {
            Object read = base.read(given);
            return read != null && allows(read) ? read : null;
        }

        private boolean allows(Object value) {
            return value instanceof List<?> list ? list.stream().allMatch(this::passes) : passes(value);
        }

        private boolean passes(@Nullable Object value) {
            return Boolean.TRUE.equals(
                    allowed.test(value, Map.of(), Functions.NONE).value());
        }

        @Override
        public String toString() {
            return "%s (%s)".formatted(name, allowed.text());
        }
    }
}
