package de.amtsfluss.lorawantriggers.uplink;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.uplink.Translation.Refused;
import de.amtsfluss.lorawantriggers.uplink.Translation.Translated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads ChirpStack v4's {@code up} events in their JSON form. What is absent has its default, as proto3 JSON wants it;
 * what is unknown is ignored.
 */
@Component
public final class ChirpStackUplinks {

    /** The value of {@link Uplink#source()}. */
    public static final String SOURCE = "chirpstack";

    /** Gateway clocks may run ahead a little; beyond that a time would make all later readings look late. */
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(1);

    private static final long F_CNT_MAX = 0xFFFF_FFFFL;

    private final JsonMapper json;
    private final Clock clock;

    ChirpStackUplinks(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Reads one event; never fails. */
    public Translation translate(byte[] body) {
        JsonNode event;
        try {
            event = json.readTree(body);
        } catch (JacksonException e) {
            return new Refused("broken-json", "Expected JSON, but " + e.getOriginalMessage(), null);
        }
        var written = text(event.path("deviceInfo").path("devEui"));
        if (written.isEmpty()) {
            return new Refused("not-an-uplink", "Expected deviceInfo.devEui, but it is missing", null);
        }
        DevEui devEui;
        try {
            devEui = new DevEui(written);
        } catch (IllegalArgumentException e) {
            return new Refused("not-an-uplink", String.valueOf(e.getMessage()), null);
        }
        try {
            return new Translated(uplink(event, devEui));
        } catch (NotAnUplinkException | DateTimeParseException e) {
            return new Refused("not-an-uplink", String.valueOf(e.getMessage()), devEui);
        }
    }

    private Uplink uplink(JsonNode event, DevEui devEui) {
        var device = event.path("deviceInfo");
        var session = text(event.path("devAddr"));
        var fCnt = number(event, "fCnt", F_CNT_MAX);
        var eventId = text(event.path("deduplicationId"));
        return new Uplink(
                eventId.isEmpty() ? "%s:%s:%d".formatted(devEui, session, fCnt) : eventId,
                SOURCE,
                text(device.path("tenantId")),
                text(device.path("applicationId")),
                devEui,
                session,
                fCnt,
                (int) number(event, "fPort", 255),
                payload(event),
                receivedAt(text(event.path("time"))),
                event.path("confirmed").asBoolean(false),
                receptions(event.path("rxInfo")),
                tags(device.path("tags")));
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }

    private static long number(JsonNode event, String field, long max) {
        var node = event.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return 0;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0 || node.longValue() > max) {
            throw new NotAnUplinkException("Expected %s of 0 to %d, but found '%s'".formatted(field, max, node));
        }
        return node.longValue();
    }

    private static String payload(JsonNode event) {
        var data = text(event.path("data"));
        try {
            Base64.getDecoder().decode(data);
            return data;
        } catch (IllegalArgumentException e) {
            throw new NotAnUplinkException("Expected Base64 in data, but " + e.getMessage());
        }
    }

    private Instant receivedAt(String time) {
        var now = clock.instant();
        if (time.isEmpty()) {
            return now;
        }
        var at = OffsetDateTime.parse(time).toInstant();
        return at.isAfter(now.plus(CLOCK_DRIFT)) ? now : at;
    }

    private static List<Uplink.Rx> receptions(JsonNode rxInfo) {
        var receptions = new ArrayList<Uplink.Rx>();
        for (var rx : rxInfo) {
            receptions.add(
                    new Uplink.Rx(text(rx.path("gatewayId")), integer(rx.path("rssi")), decimal(rx.path("snr"))));
        }
        return receptions;
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() ? Integer.valueOf(node.asInt()) : null;
    }

    private static @Nullable Double decimal(JsonNode node) {
        return node.isNumber() ? Double.valueOf(node.asDouble()) : null;
    }

    private static Map<String, String> tags(JsonNode node) {
        var tags = new TreeMap<String, String>();
        node.properties().forEach(tag -> tags.put(tag.getKey(), text(tag.getValue())));
        return tags;
    }

    /** A field has a value that no uplink has. */
    private static final class NotAnUplinkException extends RuntimeException {

        NotAnUplinkException(String message) {
            super(message);
        }
    }
}
