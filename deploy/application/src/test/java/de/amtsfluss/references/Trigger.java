package de.amtsfluss.references;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What makes a measurement a message to a procedure.
 *
 * @param file its path in the project
 * @param verfahren the procedure
 * @param decision the table it asks
 * @param correlation the variable that names what the order is about
 * @param messages the messages it publishes, by their role: {@code start}, {@code changed}, {@code ended}
 */
record Trigger(String file, String verfahren, String decision, String correlation, Map<String, Message> messages) {

    /**
     * A message of a trigger.
     *
     * @param name its name
     * @param facts its variables; empty where the file only names the message
     */
    record Message(String name, Set<String> facts) {}

    static Trigger read(String name, Path file) {
        try {
            Map<?, ?> values = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            return new Trigger(
                    name,
                    String.valueOf(values.get("verfahren")),
                    String.valueOf(values.get("decision")),
                    String.valueOf(values.get("correlation")),
                    map(values, "messages").entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> String.valueOf(entry.getKey()), entry -> message(entry.getValue()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message message(Object value) {
        if (value instanceof Map<?, ?> described) {
            return new Message(String.valueOf(described.get("name")), keys(map(described, "facts")));
        }
        return new Message(String.valueOf(value), Set.of());
    }

    private static Map<?, ?> map(Map<?, ?> values, String key) {
        return values.get(key) instanceof Map<?, ?> found ? found : Map.of();
    }

    private static Set<String> keys(Map<?, ?> map) {
        return map.keySet().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
