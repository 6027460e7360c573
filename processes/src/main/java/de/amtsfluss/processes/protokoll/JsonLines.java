package de.amtsfluss.processes.protokoll;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of entries and seals outside the database: one object a line with the components of the record, in UTF-8.
 * What is read must have all of them, each once, and nothing else. Hashes are not over this JSON but over
 * {@link Felder}.
 */
public final class JsonLines {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private JsonLines() {}

    /** A line with its end. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }

    /**
     * Reads a line.
     *
     * @throws tools.jackson.core.JacksonException if it is no such object
     */
    public static <T> T read(String line, Class<T> type) {
        return MAPPER.readValue(line, type);
    }
}
