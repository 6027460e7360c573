package de.amtsfluss.lorawantriggers.definition;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A map of a YAML file that is being read. Every reading method gives a stand-in when the value is wrong and notes the
 * finding; {@link #throwIfWrong()} then tells all of them.
 */
public final class Definition {

    private final String path;
    private final Map<String, @Nullable Object> values;
    private final List<String> findings;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<Definition> parts = new ArrayList<>();

    private Definition(String path, Map<?, ?> values, List<String> findings) {
        this.path = path;
        this.values = named(values);
        this.findings = findings;
    }

    /** YAML takes a key like true or 1 for something else than its text. */
    private static Map<String, @Nullable Object> named(Map<?, ?> values) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    /**
     * Reads the text of a file.
     *
     * @throws IllegalStateException if it is not a YAML map
     */
    public static Definition of(String file, String text) {
        try {
            Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            if (loaded instanceof Map<?, ?> map) {
                return new Definition(file, map, new ArrayList<>());
            }
        } catch (YAMLException e) {
            // The message shows the place in several lines; a finding is one.
            var message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new IllegalStateException("Expected %s to be YAML, but: %s".formatted(file, message), e);
        }
        throw new IllegalStateException("Expected %s to be a map of settings, but it is not".formatted(file));
    }

    /** A text that must be there. */
    public String text(String key) {
        if (value(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        wrong(key, "a text");
        return "";
    }

    /** A number that must be there and lie within the borders, both included. */
    public double number(String key, double min, double max) {
        if (value(key) instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max) {
            return number.doubleValue();
        }
        wrong(key, "a number of %s to %s".formatted(min, max));
        return min;
    }

    /** A whole number that must be there and lie within the borders, both included. */
    public int integer(String key, int min, int max) {
        if (value(key) instanceof Integer number && number >= min && number <= max) {
            return number;
        }
        wrong(key, "a whole number of %d to %d".formatted(min, max));
        return min;
    }

    /** A positive ISO 8601 duration that must be there. */
    public Duration duration(String key) {
        try {
            if (value(key) instanceof String text) {
                var duration = Duration.parse(text);
                if (duration.isPositive()) {
                    return duration;
                }
            }
        } catch (DateTimeParseException e) {
            // Told below like every other wrong value.
        }
        wrong(key, "a duration like PT2H");
        return Duration.ofSeconds(1);
    }

    /** A list of texts that must be there; it may be empty. */
    public List<String> texts(String key) {
        if (value(key) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        wrong(key, "a list of texts");
        return List.of();
    }

    /** A list of texts that must be there, or one text instead of it. */
    public List<String> oneOrMore(String key) {
        return value(key) instanceof List<?> list && !list.isEmpty() ? texts(key) : List.of(text(key));
    }

    /** Whether something is so; not if it is absent. */
    public boolean flag(String key) {
        var value = value(key);
        if (value != null && !(value instanceof Boolean)) {
            wrong(key, "true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    /** Whether a key is there. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A text that may be there. */
    public @Nullable String optionalText(String key) {
        return values.containsKey(key) ? text(key) : null;
    }

    /** A map that must be there. */
    public Definition part(String key) {
        if (!(value(key) instanceof Map)) {
            wrong(key, "a map of settings");
        }
        return nested(key);
    }

    /** A map that may be there. */
    public @Nullable Definition optionalPart(String key) {
        return value(key) instanceof Map ? nested(key) : null;
    }

    private Definition nested(String key) {
        var map = values.get(key) instanceof Map<?, ?> found ? found : Map.of();
        var part = new Definition(path + ": " + key, map, findings);
        parts.add(part);
        return part;
    }

    /** All keys of this map, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** All values of this map as they are. */
    public Map<String, Object> raw() {
        var raw = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> raw.put(String.valueOf(key), String.valueOf(value)));
        read.addAll(raw.keySet());
        return raw;
    }

    /** The content of this map as it is, with all that is nested. */
    public Map<String, @Nullable Object> content() {
        read.addAll(values.keySet());
        return values;
    }

    /** Notes something that is wrong. */
    public void note(String finding) {
        findings.add(path + ": " + finding);
    }

    /**
     * Ends the reading.
     *
     * @throws IllegalStateException if anything was wrong or a key was not asked for; its message tells all of it
     */
    public void throwIfWrong() {
        noteUnknown();
        if (!findings.isEmpty()) {
            throw new IllegalStateException(String.join("\n", findings));
        }
    }

    private void noteUnknown() {
        for (var key : keys()) {
            if (!read.contains(key)) {
                note("Expected no key '%s', but found it; known are %s".formatted(key, read));
            }
        }
        parts.forEach(Definition::noteUnknown);
    }

    private @Nullable Object value(String key) {
        read.add(key);
        return values.get(key);
    }

    private void wrong(String key, String wanted) {
        note("Expected %s at '%s', but found '%s'".formatted(wanted, key, values.get(key)));
    }
}
