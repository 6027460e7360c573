package de.amtsfluss.processes;

import java.util.Map;

/**
 * A piece of work the engine asks for.
 *
 * @param key the engine's key, the same for each attempt
 * @param processInstanceKey the process it belongs to
 * @param elementInstanceKey the step it belongs to; recognises a repeat
 * @param verfahren the process id, which is the procedure's name
 * @param headers the constants given in the model
 * @param input the variables
 * @param <T> the record of the variables
 */
public record Job<T>(
        long key,
        long processInstanceKey,
        long elementInstanceKey,
        String verfahren,
        Map<String, String> headers,
        T input) {

    /**
     * A constant given in the model.
     *
     * @throws IllegalStateException if the model does not give it
     */
    public String header(String name) {
        var value = headers.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "Expected the model '%s' to give the header '%s', but it does not".formatted(verfahren, name));
        }
        return value;
    }
}
