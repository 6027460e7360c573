package de.amtsfluss.decisiontables.types;

import java.util.Arrays;
import java.util.Optional;

/** The types that FEEL has by itself: DMN 1.3, 7.3.3 and 10.3.1. */
public enum BasicType {
    /** A text. */
    STRING("string", "string"),
    /** A decimal number. */
    NUMBER("number", "number"),
    /** True or false. */
    BOOLEAN("boolean", "boolean"),
    /** A day. */
    DATE("date", "date"),
    /** A time of day. */
    TIME("time", "time"),
    /** A day with a time. */
    DATE_AND_TIME("date and time", "dateTime"),
    /** A duration of days, hours, minutes and seconds. */
    DAYS_AND_TIME_DURATION("days and time duration", "dayTimeDuration"),
    /** A duration of years and months. */
    YEARS_AND_MONTHS_DURATION("years and months duration", "yearMonthDuration"),
    /** A context with any entries. */
    CONTEXT("context", "context"),
    /** A value of any type. */
    ANY("Any", "any");

    private final String standardsName;
    private final String editorsName;

    BasicType(String standardsName, String editorsName) {
        this.standardsName = standardsName;
        this.editorsName = editorsName;
    }

    /**
     * Finds a type.
     *
     * @param name its name as the standard or the editor writes it, such as {@code date and time} or {@code dateTime}
     * @return the type; empty when none is called so
     */
    public static Optional<BasicType> of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.standardsName.equals(name) || type.editorsName.equals(name))
                .findFirst();
    }

    /** Returns the name of the standard. */
    @Override
    public String toString() {
        return standardsName;
    }
}
