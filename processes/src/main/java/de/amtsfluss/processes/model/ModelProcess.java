package de.amtsfluss.processes.model;

import java.util.Map;
import java.util.Optional;

/**
 * What a model says of its process as a whole.
 *
 * @param id the procedure
 * @param name what people call it
 * @param documentation what it is for
 * @param properties its properties by name
 */
public record ModelProcess(String id, String name, String documentation, Map<String, String> properties) {

    /** A property that is there and not blank. */
    public Optional<String> property(String property) {
        return Optional.ofNullable(properties.get(property)).filter(value -> !value.isBlank());
    }
}
