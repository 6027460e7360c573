package de.amtsfluss.processes.formular;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A form as form-js describes it: its fields by key.
 *
 * @param id the form's id
 * @param verfahren the procedure it belongs to
 * @param json the schema as written
 * @param fields the fields that take a value
 */
record FormSchema(String id, String verfahren, String json, Map<String, FormField> fields) {

    static FormSchema read(String verfahren, JsonNode schema) {
        var fields = new LinkedHashMap<String, FormField>();
        components(schema).forEach(field -> fields.put(field.key(), field));
        return new FormSchema(schema.path("id").asString(""), verfahren, schema.toString(), fields);
    }

    private static List<FormField> components(JsonNode parent) {
        var fields = new ArrayList<FormField>();
        for (var component : parent.path("components")) {
            if (component.has("components")) {
                fields.addAll(components(component));
            } else if (component.has("key")) {
                fields.add(FormField.read(component));
            }
        }
        return fields;
    }
}
