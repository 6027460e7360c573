package de.amtsfluss.decisiontables.engine;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a decision takes from outside: inputs, and what the decisions before it gave. What is given as null is a value;
 * what is not given is missing.
 *
 * @param needed the names without which it cannot decide, with their types
 * @param perhaps names that may also be properties of elements of a list, so they are taken when they are given
 * @param functions the functions it may call
 * @param arguments whether the facts are the arguments of a function, which may be {@code null}
 */
record Facts(Map<String, FeelType> needed, Map<String, FeelType> perhaps, Functions functions, boolean arguments) {

    /** Takes the facts among those that are given, and notes what is missing or of a wrong type. */
    void take(Map<String, ? extends @Nullable Object> given, Map<String, @Nullable Object> into, Problems problems) {
        needed.forEach((name, type) -> {
            Object value = given.get(name);
            if (value != null) {
                take(name, type, value, into, problems);
            } else if (arguments || given.containsKey(name)) {
                takeNull(name, type, into, problems);
            } else {
                problems.add("Expected %s to get input '%s', but it is missing.", name);
            }
        });
        perhaps.forEach((name, type) -> {
            Object value = given.get(name);
            if (value != null) {
                take(name, type, value, into, problems);
            } else if (given.containsKey(name)) {
                takeNull(name, type, into, problems);
            }
        });
    }

    private void takeNull(String name, FeelType type, Map<String, @Nullable Object> into, Problems problems) {
        if (!arguments && !type.admitsNull()) {
            problems.add("Expected %s to get a %s as input '%s', but got 'null'.", type, name);
        }
        into.put(name, null);
    }

    private static void take(
            String name, FeelType type, Object value, Map<String, @Nullable Object> into, Problems problems) {
        Object read = type.read(value);
        if (read == null && type != FeelType.Basic.ANY) {
            problems.add("Expected %s to get a %s as input '%s', but got '%s'.", type, name, Problems.shortened(value));
        }
        into.put(name, Objects.requireNonNullElse(read, value));
    }
}
