package de.amtsfluss.deploy.rehearsalengine.view;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a search: fields named as in the Orchestration Cluster API, keys as text, times in ISO 8601. Some fields
 * can be filtered by, but are not shown.
 */
public final class Row {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();

    Row set(String field, @Nullable Object value) {
        fields.put(field, value instanceof Instant instant ? instant.toString() : value);
        return this;
    }

    /** The engine writes -1 where there is no key. */
    Row setKey(String field, long key) {
        return set(field, key < 0 ? null : Long.toString(key));
    }

    /** The engine writes an empty text where there is none. */
    Row setText(String field, String text) {
        return set(field, text.isEmpty() ? null : text);
    }

    Row hide(String field, @Nullable Object value) {
        hidden.add(field);
        return set(field, value);
    }

    /** Whether the rows of this kind have the field. */
    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The field's value: a text, a number, a truth value, a list, a map or nothing. */
    public @Nullable Object get(String field) {
        return fields.get(field);
    }

    /** What a caller gets to see. */
    public Map<String, @Nullable Object> shown() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<String, @Nullable Object>(fields);
        hidden.forEach(shown::remove);
        return shown;
    }
}
