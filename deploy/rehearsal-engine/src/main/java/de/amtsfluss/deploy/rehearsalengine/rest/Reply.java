package de.amtsfluss.deploy.rehearsalengine.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import de.amtsfluss.deploy.rehearsalengine.engine.Answer.Rejected;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer.
 *
 * @param status the HTTP status
 * @param contentType of the body
 * @param body may be empty
 */
record Reply(int status, String contentType, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Reply json(Object value) {
        return new Reply(200, "application/json", bytes(value));
    }

    static Reply xml(String xml) {
        return new Reply(200, "text/xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    static Reply nothing() {
        return new Reply(204, "application/json", new byte[0]);
    }

    /** A problem by RFC 9457. */
    static Reply problem(int status, String title, @Nullable String detail) {
        var problem = new LinkedHashMap<String, @Nullable Object>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return new Reply(status, "application/problem+json", bytes(problem));
    }

    static Reply of(Rejected rejected) {
        var status = switch (rejected.type()) {
            case INVALID_ARGUMENT -> 400;
            case UNAUTHORIZED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case ALREADY_EXISTS, INVALID_STATE -> 409;
            case EXCEEDED_BATCH_RECORD_SIZE, PROCESSING_ERROR, SBE_UNKNOWN, NULL_VAL -> 500;
        };
        return problem(status, rejected.type().name(), rejected.reason());
    }

    private static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException("Expected an answer that can be written as JSON, but it cannot", e);
        }
    }
}
