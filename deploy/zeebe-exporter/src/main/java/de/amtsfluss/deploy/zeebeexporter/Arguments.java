package de.amtsfluss.deploy.zeebeexporter;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@code args} of an exporter, read without regard to case, hyphens and underscores. The broker hands over keys in
 * lower case when they come from environment variables, and dotted keys as nested maps. What cannot be read is
 * collected, so that an operator sees all problems at once.
 */
final class Arguments {

    private static final Pattern INDEX = Pattern.compile("(?:\\[\\d+]|\\.\\d+)$");
    private static final String NONE = "NONE";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> read = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    Arguments(Map<String, Object> arguments) {
        arguments.forEach(this::flatten);
    }

    /** The value of an argument, or the default when it is missing or blank. */
    String text(String name, String defaultValue) {
        return Objects.requireNonNullElse(find(name), defaultValue);
    }

    /** The value of an argument that has no default; a missing one is a problem and reads as empty. */
    String requiredText(String name, String expectation) {
        var value = find(name);
        if (value == null) {
            problems.add("Expected '%s' to be %s, but it is missing".formatted(name, expectation));
            return "";
        }
        return value;
    }

    /** A whole number between two limits, both included. */
    int number(String name, int defaultValue, int min, int max) {
        var value = find(name);
        if (value == null) {
            return defaultValue;
        }
        if (WHOLE_NUMBER.matcher(value).matches()) {
            var number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return (int) number;
            }
        }
        problems.add(
                "Expected '%s' to be a whole number from %d to %d, but found '%s'".formatted(name, min, max, value));
        return defaultValue;
    }

    /** A positive duration, written in ISO 8601 ({@code PT0.05S}) or as a number of milliseconds. */
    Duration duration(String name, Duration defaultValue, Duration max) {
        var value = find(name);
        if (value == null) {
            return defaultValue;
        }
        var duration = parseDuration(value);
        if (duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(max) <= 0) {
            return duration;
        }
        problems.add("Expected '%s' to be from PT0.001S to %s or a number of milliseconds, but found '%s'"
                .formatted(name, max, value));
        return defaultValue;
    }

    /** Zero, which no duration here may be, if the text is none. */
    private static Duration parseDuration(String value) {
        try {
            return WHOLE_NUMBER.matcher(value).matches()
                    ? Duration.ofMillis(Long.parseLong(value))
                    : Duration.parse(value);
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    /** A set of enum constants, given as a list or divided by commas, in any case. */
    <E extends Enum<E>> Set<E> constants(String name, Set<E> allowed, Set<E> defaultValue) {
        var byName = allowed.stream().collect(Collectors.toMap(Enum::name, Function.identity()));
        return listed(name, byName.keySet())
                .map(names -> names.stream()
                        .map(byName::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(defaultValue);
    }

    /** A set of names, given as a list or divided by commas, in any case; {@code NONE} stands for the empty set. */
    Set<String> names(String name, Set<String> allowed, Set<String> defaultValue) {
        return NONE.equalsIgnoreCase(find(name))
                ? Set.of()
                : listed(name, allowed).orElse(defaultValue);
    }

    /** The names an argument lists, all of them allowed; empty if it is missing or, which is a problem, not usable. */
    private Optional<Set<String>> listed(String name, Set<String> allowed) {
        var value = find(name);
        if (value == null) {
            return Optional.empty();
        }
        var names = Arrays.stream(value.split(","))
                .map(n -> n.strip().toUpperCase(Locale.ROOT))
                .filter(n -> !n.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        var unknown = names.stream().filter(n -> !allowed.contains(n)).sorted().toList();
        if (unknown.isEmpty() && !names.isEmpty()) {
            return Optional.of(names);
        }
        problems.add("Expected '%s' to name some of %s, but found %s"
                .formatted(name, allowed.stream().sorted().toList(), unknown));
        return Optional.empty();
    }

    /** All arguments below a name, without it: {@code producer.batch.size} is given as {@code batch.size}. */
    Map<String, String> below(String name) {
        var prefix = name + ".";
        var found = new TreeMap<String, String>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                read.add(key);
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** Adds a problem that only the reader of a value can see. */
    void problem(String sentence) {
        problems.add(sentence);
    }

    /** Ends the reading: what nobody asked for is a problem too. */
    void throwIfUnusable() {
        values.keySet().stream()
                .filter(key -> !read.contains(key))
                .forEach(key -> problems.add("Expected only known arguments, but found '%s'".formatted(key)));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected usable arguments for the Kafka exporter, but found %d problem(s): %s"
                            .formatted(problems.size(), String.join("; ", problems)));
        }
    }

    private @Nullable String find(String name) {
        var key = relaxed(name);
        read.add(key);
        var value = values.get(key);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private void flatten(String key, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Map<?, ?> nested -> nested.forEach((k, v) -> flatten(key + "." + k, v));
            case Collection<?> list -> list.forEach(v -> flatten(key + "[0]", v));
            default -> values.merge(storedKey(key), value.toString(), (a, b) -> a + "," + b);
        }
    }

    private static String storedKey(String key) {
        var lower = key.toLowerCase(Locale.ROOT);
        // Names below "producer." are Kafka's own and stay as they are.
        return lower.startsWith("producer.")
                ? lower
                : relaxed(INDEX.matcher(lower).replaceFirst(""));
    }

    private static String relaxed(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
