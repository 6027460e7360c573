package de.amtsfluss.decisiontables.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types a column of a table may have: those of FEEL in DMN 1.3, 7.3.3 and 10.3.1. */
sealed interface FeelType {

    /** Returns the value as the one Java type that stands for this FEEL type, or null when it is none. */
    @Nullable
    Object convert(Object value);

    /** Says whether a value may have any number of parts, so that a single function may take long over it. */
    boolean mayBeLarge();

    /**
     * Finds a type.
     *
     * @param typeRef its name as the standard or the editor writes it, such as {@code date and time}, {@code dateTime}
     *     or {@code list<number>}
     */
    static Optional<FeelType> of(@Nullable String typeRef) {
        String name = typeRef == null ? "" : typeRef.strip();
        if ("list".equals(name)) {
            return Optional.of(new ListOf(Basic.ANY));
        }
        if (name.startsWith("list<") && name.endsWith(">")) {
            return of(name.substring("list<".length(), name.length() - 1)).map(ListOf::new);
        }
        return Arrays.stream(Basic.values())
                .filter(type -> type.standardsName.equals(name) || type.editorsName.equals(name))
                .map(FeelType.class::cast)
                .findFirst();
    }

    /** Returns the names of all types, for a message. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        Arrays.stream(Basic.values()).map(Basic::toString).forEach(names::add);
        names.add("list<...>");
        return names;
    }

    /** One notation for one number, so that equal numbers are equal objects: 1, not 1.0 or 1E+0. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A type that is not made of another. */
    enum Basic implements FeelType {
        STRING("string", "string"),
        NUMBER("number", "number"),
        BOOLEAN("boolean", "boolean"),
        DATE("date", "date"),
        TIME("time", "time"),
        DATE_AND_TIME("date and time", "dateTime"),
        DAYS_AND_TIME_DURATION("days and time duration", "dayTimeDuration"),
        YEARS_AND_MONTHS_DURATION("years and months duration", "yearMonthDuration"),
        CONTEXT("context", "context"),
        ANY("Any", "any");

        private final String standardsName;
        private final String editorsName;

        Basic(String standardsName, String editorsName) {
            this.standardsName = standardsName;
            this.editorsName = editorsName;
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
        public String toString() {
            return standardsName;
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
            Collection<?> values = FeelValue.collection(value);
            if (values == null) {
                return null;
            }
            List<@Nullable Object> converted = new ArrayList<>();
            for (Object each : values) {
                Object one = each == null ? null : element.convert(each);
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
}
