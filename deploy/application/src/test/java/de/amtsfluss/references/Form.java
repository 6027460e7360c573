package de.amtsfluss.references;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A form.
 *
 * @param file its path in the project
 * @param id its id
 * @param fields whether a field goes to the engine, by its key
 */
record Form(String file, String id, Map<String, Boolean> fields) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Form read(String name, Path file) {
        var form = JSON.readTree(file.toFile());
        var fields = new LinkedHashMap<String, Boolean>();
        collect(form, fields);
        return new Form(name, form.path("id").asString(), fields);
    }

    private static void collect(JsonNode parent, Map<String, Boolean> fields) {
        for (var component : parent.path("components")) {
            collect(component, fields);
            if (component.has("key")) {
                fields.put(
                        component.path("key").asString(),
                        "true"
                                .equals(component
                                        .path("properties")
                                        .path("engine")
                                        .asString("")));
            }
        }
    }

    Set<String> marked() {
        return fields.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Says whether the form has the field but keeps it from the engine. */
    boolean withholds(String field) {
        return Boolean.FALSE.equals(fields.get(field));
    }
}
