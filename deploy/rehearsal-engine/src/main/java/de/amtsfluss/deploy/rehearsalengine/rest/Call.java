package de.amtsfluss.deploy.rehearsalengine.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants.
 *
 * @param path the variable parts of the route
 * @param body the JSON that was sent, an empty object if nothing was
 */
record Call(Map<String, String> path, JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Call of(Map<String, String> path, byte[] body) {
        try {
            var read = body.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
            if (!read.isObject()) {
                throw new BadRequestException("Expected a JSON object, but found " + read.getNodeType());
            }
            return new Call(path, read);
        } catch (JsonProcessingException e) {
            throw new BadRequestException("Expected JSON, but " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadRequestException("Expected JSON, but " + e.getMessage());
        }
    }

    String part(String name) {
        var part = path.get(name);
        if (part == null) {
            throw new IllegalStateException("Expected part '%s' in the route, but it has none".formatted(name));
        }
        return part;
    }

    long key(String name) {
        return asKey(part(name));
    }

    private static long asKey(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadRequestException(
                    "Expected a key, a number of up to 19 digits, but found '%s'".formatted(text));
        }
    }

    /** The key in the body, or -1. */
    long bodyKey(String field) {
        var value = body.path(field);
        return value.isMissingNode() || value.isNull() ? -1 : asKey(value.asText());
    }

    String text(String field, String otherwise) {
        var value = body.path(field);
        return value.isMissingNode() || value.isNull() ? otherwise : value.asText();
    }

    @Nullable
    String text(String field) {
        var value = body.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    @Nullable
    List<String> texts(String field) {
        var value = body.path(field);
        return value.isArray() ? value.valueStream().map(JsonNode::asText).toList() : null;
    }

    long number(String field, long otherwise) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isIntegralNumber()) {
            throw new BadRequestException("Expected '%s' to be a whole number, but found %s".formatted(field, value));
        }
        return value.longValue();
    }

    boolean truth(String field, boolean otherwise) {
        return body.path(field).asBoolean(otherwise);
    }

    /** The object in the field as a call of its own; empty if there is none. */
    Call inside(String field) {
        var value = body.path(field);
        return new Call(path, value.isObject() ? value : JsonNodeFactory.instance.objectNode());
    }

    DirectBuffer variables() {
        var variables = body.path("variables");
        if (variables.isMissingNode() || variables.isNull()) {
            return de.amtsfluss.deploy.rehearsalengine.command.Document.of("");
        }
        if (!variables.isObject()) {
            throw new BadRequestException("Expected 'variables' to be an object, but found " + variables.getNodeType());
        }
        return de.amtsfluss.deploy.rehearsalengine.command.Document.of(variables.toString());
    }
}
