package de.amtsfluss.lorawantriggers.networkserver;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of a document. What is absent or null has its default, as proto3 JSON wants it; a value that the
 * field cannot have is refused.
 */
final class Fields {

    /** The greatest frame counter: unsigned 32 bit. */
    static final long F_CNT_MAX = 0xFFFF_FFFFL;

    /** The greatest port: unsigned 8 bit. */
    static final long F_PORT_MAX = 255;

    /** Gateway clocks may run ahead a little; beyond that a time would make all later readings look late. */
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(1);

    private Fields() {}

    /** The text, empty if there is none. */
    static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }

    /** The text, null if there is none. */
    static @Nullable String textOrNull(JsonNode node) {
        var text = text(node);
        return text.isEmpty() ? null : text;
    }

    /** Whether something is written there. */
    static boolean isPresent(JsonNode node) {
        return node.isString()
                ? !node.stringValue().isEmpty()
                : node.isContainer() ? !node.isEmpty() : node.isValueNode() && !node.isNull();
    }

    /** The whole number in a field, 0 if there is none; proto3 writes 64 bit numbers as text. */
    static long number(JsonNode parent, String field, long max) {
        var node = parent.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return 0;
        }
        var number = node.isString() ? parsed(node.stringValue()) : whole(node);
        if (number < 0 || number > max) {
            throw new UnusableException("", "Expected %s of 0 to %d, but found '%s'".formatted(field, max, node));
        }
        return number;
    }

    private static long parsed(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static long whole(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : -1;
    }

    /** The number rounded to a whole one, null if there is none. */
    static @Nullable Integer rounded(JsonNode node) {
        return node.isNumber() && Math.abs(node.asDouble()) < Integer.MAX_VALUE
                ? Integer.valueOf((int) Math.round(node.asDouble()))
                : null;
    }

    /** The number, null if there is none. */
    static @Nullable Double decimal(JsonNode node) {
        return node.isNumber() ? Double.valueOf(node.asDouble()) : null;
    }

    /** The field {@code frequency} in Hz, null if there is none. */
    static @Nullable Long frequency(JsonNode parent) {
        var hertz = number(parent, "frequency", Long.MAX_VALUE);
        return hertz == 0 ? null : Long.valueOf(hertz);
    }

    /** The bytes in a field as the Base64 they are written in, empty if there are none. */
    static String base64(JsonNode parent, String field) {
        var data = text(parent.path(field));
        try {
            Base64.getDecoder().decode(data);
            return data;
        } catch (IllegalArgumentException e) {
            throw new UnusableException("", "Expected Base64 in %s, but %s".formatted(field, e.getMessage()));
        }
    }

    /** The first of these times that is written, now if none is or if it lies in the future. */
    static Instant time(Clock clock, JsonNode... nodes) {
        var now = clock.instant();
        for (var node : nodes) {
            var written = text(node);
            if (!written.isEmpty()) {
                var at = instant(written);
                return at.isAfter(now.plus(CLOCK_DRIFT)) ? now : at;
            }
        }
        return now;
    }

    /** The time as part of an event's name: as it is written, or now, since two of a name would count as one. */
    static String timeInName(Clock clock, JsonNode node) {
        var written = text(node);
        return written.isEmpty() ? clock.instant().toString() : written;
    }

    private static Instant instant(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException e) {
            throw new UnusableException("", "Expected a time with its offset, but " + e.getMessage());
        }
    }

    /** The texts of an object by their names. */
    static Map<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        node.properties().forEach(entry -> texts.put(entry.getKey(), text(entry.getValue())));
        return texts;
    }
}
