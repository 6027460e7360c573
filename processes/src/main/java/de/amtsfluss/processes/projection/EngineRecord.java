package de.amtsfluss.processes.projection;

import java.time.Instant;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One record of the engine, as the exporter wrote it.
 *
 * @param partitionId the engine's partition, starting with 1
 * @param position grows within the partition
 * @param key what the record is about
 * @param valueType for example {@code USER_TASK}
 * @param intent what happened, for example {@code CREATED}
 * @param timestamp when it happened
 * @param value the rest
 */
record EngineRecord(
        int partitionId, long position, long key, String valueType, String intent, Instant timestamp, JsonNode value) {

    /**
     * Reads the exporter's JSON.
     *
     * @throws IllegalArgumentException if it is no record of the engine
     */
    static EngineRecord of(JsonNode json) {
        if (!json.path("position").isNumber() || !json.path("partitionId").isNumber()) {
            throw new IllegalArgumentException(
                    "Expected a record of the engine with position and partition, but they are missing");
        }
        return new EngineRecord(
                json.path("partitionId").asInt(),
                json.path("position").asLong(),
                json.path("key").asLong(),
                json.path("valueType").asString(),
                json.path("intent").asString(),
                Instant.ofEpochMilli(json.path("timestamp").asLong()),
                json.path("value"));
    }

    String text(String name) {
        return value.path(name).asString("");
    }

    @Nullable
    String textOrNull(String name) {
        var text = text(name);
        return text.isEmpty() ? null : text;
    }

    long number(String name) {
        return value.path(name).asLong(-1);
    }

    String[] texts(String name) {
        return StreamSupport.stream(value.path(name).spliterator(), false)
                .map(JsonNode::asString)
                .toArray(String[]::new);
    }
}
