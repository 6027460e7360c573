package de.amtsfluss.lorawantriggers.device;

import de.amtsfluss.lorawantriggers.codec.CodecCall;
import de.amtsfluss.lorawantriggers.codec.CodecResult;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One example of {@code examples.json} (TS013-1.0.0): what goes into a codec, and what has to come out.
 *
 * @param description what it shows
 * @param call what goes in
 * @param output what has to come out: {@code data}, {@code bytes} and {@code fPort}, or {@code errors}; absent if the
 *     example only asks
 * @param measurements which measurements the profile has to make of it, absent if the example does not say
 */
public record Example(
        String description,
        CodecCall call,
        @Nullable JsonNode output,
        @Nullable JsonNode measurements) {

    private static final List<String> KEYS = List.of("data", "bytes", "fPort", "errors", "warnings");

    private static final Pattern PORT = Pattern.compile("\\s*\\d{1,3}\\s*");

    /**
     * Reads one example, or a case of {@code fPort} and {@code bytes} only, or an uplink as ChirpStack and The Things
     * Stack report it. ChirpStack's device profiles call the description {@code name} and the output {@code expected},
     * and give no type.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Example of(JsonNode node) {
        return ofExample(RecordedUplink.asExample(node).orElse(node));
    }

    private static Example ofExample(JsonNode node) {
        var isCase = !node.has("input");
        var input = isCase ? node : node.path("input");
        var output = node.has("output") ? node.path("output") : node.path("expected");
        var measurements = node.path("measurements");
        return new Example(
                node.path("description").stringValue(node.path("name").stringValue("")),
                call(type(node, input), input),
                output.isObject() ? answer(output) : null,
                measurements.isObject() ? measurements : null);
    }

    /** Some write the data without the object around it. */
    private static JsonNode answer(JsonNode output) {
        return output.isEmpty() || KEYS.stream().anyMatch(output::has)
                ? output
                : JsonNodeFactory.instance.objectNode().set("data", output);
    }

    private static String type(JsonNode node, JsonNode input) {
        var isCommand = input.path("data").isObject() && !input.has("bytes");
        return node.path("type").stringValue(isCommand ? "downlink-encode" : "uplink");
    }

    private static CodecCall call(String type, JsonNode input) {
        var fPort = port(input.path("fPort"));
        var variables = variables(input.path("variables"));
        return switch (type) {
            case "uplink" -> new CodecCall.DecodeUplink(bytes(input), fPort, time(input), variables);
            case "downlink-decode" -> new CodecCall.DecodeDownlink(bytes(input), fPort, time(input), variables);
            case "downlink-encode" -> new CodecCall.EncodeDownlink(input.path("data"), fPort, variables);
            default ->
                throw new IllegalArgumentException(
                        "Expected the type uplink, downlink-encode or downlink-decode, but found '%s'".formatted(type));
        };
    }

    /** The port, also where it is written as text; 1 if there is none. */
    private static int port(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return 1;
        }
        if (node.isString() && PORT.matcher(node.stringValue()).matches()) {
            return Integer.parseInt(node.stringValue().strip());
        }
        var port = node.intValue(-1);
        if (port < 0) {
            throw new IllegalArgumentException("Expected a port at 'fPort', but found %s".formatted(node));
        }
        return port;
    }

    private static byte[] bytes(JsonNode input) {
        var node = input.path("bytes");
        if (node.isString()) {
            return PayloadText.bytes(node.stringValue());
        }
        if (!node.isArray()) {
            throw new IllegalArgumentException("Expected 'bytes', but found none");
        }
        var bytes = new byte[node.size()];
        for (var i = 0; i < bytes.length; i++) {
            var value = node.path(i).intValue(-1);
            if (value != (value & 0xff)) {
                throw new IllegalArgumentException("Expected a byte of 0 to 255, but found %s".formatted(node.path(i)));
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static Instant time(JsonNode input) {
        var node = input.has("recvTime") ? input.path("recvTime") : input.path("time");
        if (node.isIntegralNumber()) {
            return Instant.ofEpochMilli(node.longValue());
        }
        var text = node.stringValue("");
        try {
            return text.isEmpty() ? Instant.EPOCH : instant(DateTimeFormatter.ISO_DATE_TIME.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Expected a time at 'recvTime', but found '%s'".formatted(text), e);
        }
    }

    /** A time without zone is one of UTC. */
    private static Instant instant(TemporalAccessor time) {
        return time.isSupported(ChronoField.OFFSET_SECONDS)
                ? Instant.from(time)
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }

    private static Map<String, String> variables(JsonNode node) {
        var variables = new LinkedHashMap<String, String>();
        node.properties().forEach(entry -> variables.put(entry.getKey(), text(entry.getValue())));
        return variables;
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** What is wrong with a codec's answer; empty if it is the one that was expected, or any will do. */
    public Optional<String> difference(CodecResult result, JsonMapper json) {
        if (output == null) {
            return Optional.empty();
        }
        var actual = json.valueToTree(answer(result));
        for (var key : compared()) {
            var expected = output.path(key);
            var found = actual.path(key);
            if (!isSame(expected, found)) {
                return Optional.of("Expected %s %s, but found %s"
                        .formatted(key, expected, found.isMissingNode() ? actual : found));
            }
        }
        return result instanceof CodecResult.Failure failure && isNothing(output.path("errors"))
                ? Optional.of("Expected an answer, but: " + failure.sentence())
                : Optional.empty();
    }

    /** What an output says; whoever gives errors gives nothing else that counts (TS013-1.0.0, decodeUplink). */
    private List<String> compared() {
        return output == null || !isNothing(output.path("errors"))
                ? List.of("errors")
                : KEYS.stream().filter(output::has).toList();
    }

    private static boolean isSame(JsonNode expected, JsonNode found) {
        return SameJson.isSame(expected, found) || (isNothing(expected) && isNothing(found));
    }

    /** An empty list says the same as none. */
    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || (node.isArray() && node.isEmpty());
    }

    /** A codec's answer as TS013 writes it. */
    public static Map<String, Object> answer(CodecResult result) {
        var answer = new LinkedHashMap<String, Object>();
        switch (result) {
            case CodecResult.Data data -> {
                answer.put("data", data.data());
                answer.put("warnings", data.warnings());
            }
            case CodecResult.Payload payload -> {
                var bytes = new int[payload.bytes().length];
                for (var i = 0; i < bytes.length; i++) {
                    bytes[i] = Byte.toUnsignedInt(payload.bytes()[i]);
                }
                answer.put("bytes", bytes);
                answer.put("fPort", payload.fPort());
                answer.put("warnings", payload.warnings());
            }
            case CodecResult.Failure failure -> answer.put("errors", failure.sentences());
        }
        return answer;
    }
}
