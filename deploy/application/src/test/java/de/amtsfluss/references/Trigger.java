package de.amtsfluss.references;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
 * @param messages the names of the messages it publishes, by their role
 */
record Trigger(String file, String verfahren, String decision, Map<String, String> messages) {

    static Trigger read(String name, Path file) {
        try {
            Map<?, ?> values = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            var messages = values.get("messages") instanceof Map<?, ?> found ? found : Map.of();
            return new Trigger(
                    name,
                    String.valueOf(values.get("verfahren")),
                    String.valueOf(values.get("decision")),
                    messages.entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> "messages." + entry.getKey(), entry -> String.valueOf(entry.getValue()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
