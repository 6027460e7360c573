package de.amtsfluss.lorawantriggers.codec;

import de.amtsfluss.lorawantriggers.codec.CodecResult.Data;
import de.amtsfluss.lorawantriggers.codec.CodecResult.Failure;
import de.amtsfluss.lorawantriggers.codec.CodecResult.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Only JSON text crosses the border to a codec; what comes back is not trusted. */
final class Border {

    /** A hundred times what the most talkative codec says. */
    private static final int LONGEST_ANSWER = 65_536;

    private final JsonMapper json;

    Border(JsonMapper json) {
        this.json = json;
    }

    /** The name of the function of a call. */
    static String function(CodecCall call) {
        return switch (call) {
            case CodecCall.DecodeUplink c -> "decodeUplink";
            case CodecCall.DecodeDownlink c -> "decodeDownlink";
            case CodecCall.EncodeDownlink c -> "encodeDownlink";
        };
    }

    /** A call as text. */
    String write(CodecCall call) {
        return switch (call) {
            case CodecCall.DecodeUplink c -> write(c.bytes(), c.fPort(), c.receivedAt(), c.variables());
            case CodecCall.DecodeDownlink c -> write(c.bytes(), c.fPort(), c.receivedAt(), c.variables());
            case CodecCall.EncodeDownlink c ->
                json.writeValueAsString(Map.of("data", c.data(), "fPort", c.fPort(), "variables", c.variables()));
        };
    }

    private String write(byte[] bytes, int fPort, Instant at, Map<String, String> variables) {
        var text = new StringBuilder(64 + 4 * bytes.length).append("{\"bytes\":[");
        for (var i = 0; i < bytes.length; i++) {
            text.append(i == 0 ? "" : ",").append(Byte.toUnsignedInt(bytes[i]));
        }
        text.append("],\"fPort\":").append(fPort).append(",\"recvTime\":").append(at.toEpochMilli());
        return text.append(",\"variables\":")
                .append(variables.isEmpty() ? "{}" : json.writeValueAsString(variables))
                .append('}')
                .toString();
    }

    /** The answer to a call, from text. */
    CodecResult read(CodecCall call, String text) {
        if (text.length() > LONGEST_ANSWER) {
            return new Failure("The codec gave more than %d characters".formatted(LONGEST_ANSWER));
        }
        JsonNode answer;
        try {
            answer = json.readTree(text);
        } catch (JacksonException e) {
            return new Failure("The codec gave no usable JSON: " + e.getOriginalMessage());
        }
        if (answer.path("refused").isString()) {
            return new Failure(answer.path("refused").stringValue());
        }
        var errors = sentences(answer.path("errors"));
        if (!errors.isEmpty()) {
            return new Failure("The codec says: " + String.join("; ", errors), errors, false);
        }
        return call instanceof CodecCall.EncodeDownlink encode ? payload(encode, answer) : data(answer);
    }

    private static CodecResult data(JsonNode answer) {
        var data = answer.path("data");
        return data.isObject()
                ? new Data(data, sentences(answer.path("warnings")))
                : new Failure("The codec gave no object 'data'");
    }

    private static CodecResult payload(CodecCall.EncodeDownlink call, JsonNode answer) {
        var list = answer.path("bytes");
        if (!list.isArray() || list.size() > CodecCall.MOST_BYTES) {
            return new Failure("The codec gave no list 'bytes' of at most %d numbers".formatted(CodecCall.MOST_BYTES));
        }
        var bytes = new byte[list.size()];
        for (var i = 0; i < bytes.length; i++) {
            var value = list.path(i);
            if (!value.isNumber() || value.doubleValue() != (value.intValue(-1) & 0xff)) {
                return new Failure("The codec gave %s as a byte".formatted(value));
            }
            bytes[i] = (byte) value.intValue();
        }
        var named = answer.path("fPort");
        var fPort = named.isInt() ? named.intValue() : call.fPort();
        if ((!named.isMissingNode() && !named.isNull() && !named.isInt()) || fPort < 1 || fPort > CodecCall.LAST_PORT) {
            return new Failure(
                    "Expected a port of 1 to %d, but the codec gave %s".formatted(CodecCall.LAST_PORT, named));
        }
        return new Payload(bytes, fPort, sentences(answer.path("warnings")));
    }

    /** Some codecs give a single sentence instead of a list. */
    private static List<String> sentences(JsonNode array) {
        var sentences = new ArrayList<String>();
        if (array.isString() && !array.stringValue().isBlank()) {
            sentences.add(array.stringValue());
        }
        array.forEach(node -> sentences.add(node.isString() ? node.stringValue() : node.toString()));
        return sentences;
    }
}
