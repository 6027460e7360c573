package de.amtsfluss.lorawantriggers.networkserver;

import static de.amtsfluss.lorawantriggers.networkserver.Fields.decimal;
import static de.amtsfluss.lorawantriggers.networkserver.Fields.isPresent;
import static de.amtsfluss.lorawantriggers.networkserver.Fields.number;
import static de.amtsfluss.lorawantriggers.networkserver.Fields.rounded;
import static de.amtsfluss.lorawantriggers.networkserver.Fields.text;
import static de.amtsfluss.lorawantriggers.networkserver.Fields.textOrNull;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.event.DeviceEvent;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Happened;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Ignored;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Translated;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the messages of The Things Stack v3 (ApplicationUp) in their JSON form, the same by webhook and by MQTT. A
 * message says itself of which kind it is, by the one field it has.
 */
@Component
public final class TheThingsStack implements NetworkServer {

    /** What our own correlation ids begin with; the rest is the downlink's id. */
    public static final String DOWNLINK_PREFIX = "amtsfluss:downlink:";

    /** Topics of what is sent to the server; on a broker that others use too, we hear ourselves there. */
    private static final Set<String> OUR_COMMANDS = Set.of("push", "replace");

    private static final String UPLINK_PREFIX = "gs:uplink:";

    private static final Map<String, DeviceEvent.Type> DOWNLINKS = Map.of(
            "downlink_ack", DeviceEvent.Type.ACK,
            "downlink_nack", DeviceEvent.Type.NACK,
            "downlink_sent", DeviceEvent.Type.SENT,
            "downlink_queued", DeviceEvent.Type.QUEUED,
            "downlink_failed", DeviceEvent.Type.FAILED,
            "downlink_queue_invalidated", DeviceEvent.Type.INVALIDATED);

    private final Documents documents;
    private final Clock clock;

    TheThingsStack(JsonMapper json, Clock clock) {
        this.documents = new Documents(json, "end_device_ids", "dev_eui");
        this.clock = clock;
    }

    @Override
    public String source() {
        return "the-things-stack";
    }

    @Override
    public Translation translate(String event, byte[] body) {
        if (OUR_COMMANDS.contains(event)) {
            return new Ignored();
        }
        return documents.read(
                body,
                message -> message.has("uplink_message") ? Documents.NOT_AN_UPLINK : Documents.NOT_AN_EVENT,
                this::translate);
    }

    private Translation translate(JsonNode message, DevEui devEui) {
        if (message.has("uplink_message")) {
            return uplink(message, message.path("uplink_message"), devEui);
        }
        if (message.has("uplink_normalized")) {
            // The same uplink once more, with its payload in the server's vocabulary.
            return new Ignored();
        }
        return new Happened(events(message, devEui));
    }

    private Translation uplink(JsonNode message, JsonNode uplink, DevEui devEui) {
        if (isPresent(uplink.path("app_s_key"))) {
            throw new UnusableException(
                    "encrypted",
                    "Expected a payload in the clear, but app_s_key is there; switch skip_payload_crypto off");
        }
        var session = sessionKey(message, uplink);
        var fCnt = number(uplink, "f_cnt", Fields.F_CNT_MAX);
        var settings = uplink.path("settings");
        return new Translated(new Uplink(
                correlationId(UPLINK_PREFIX, message, uplink).orElseGet(() -> Uplink.naturalKey(devEui, session, fCnt)),
                source(),
                text(uplink.path("network_ids").path("tenant_id")),
                text(message.path("end_device_ids").path("application_ids").path("application_id")),
                devEui,
                session,
                fCnt,
                (int) number(uplink, "f_port", Fields.F_PORT_MAX),
                Fields.base64(uplink, "frm_payload"),
                Fields.time(clock, uplink.path("received_at"), message.path("received_at")),
                uplink.path("confirmed").asBoolean(false),
                receptions(uplink.path("rx_metadata")),
                Fields.texts(uplink.path("attributes")),
                rounded(settings.path("data_rate").path("lora").path("spreading_factor")),
                Fields.frequency(settings),
                decimal(uplink.path("last_battery_percentage").path("value")),
                textOrNull(message.path("end_device_ids").path("device_id"))));
    }

    private static String sessionKey(JsonNode message, JsonNode part) {
        var session = text(part.path("session_key_id"));
        return session.isEmpty() ? text(message.path("end_device_ids").path("dev_addr")) : session;
    }

    private static List<Uplink.Rx> receptions(JsonNode metadata) {
        var receptions = new ArrayList<Uplink.Rx>();
        for (var rx : metadata) {
            var rssi = rx.has("rssi") ? rx.path("rssi") : rx.path("channel_rssi");
            receptions.add(new Uplink.Rx(
                    text(rx.path("gateway_ids").path("gateway_id")), rounded(rssi), decimal(rx.path("snr"))));
        }
        return receptions;
    }

    /** The first correlation id with this prefix, wherever in the message it is written. */
    private static Optional<String> correlationId(String prefix, JsonNode... parts) {
        for (var part : parts) {
            for (var id : part.path("correlation_ids")) {
                if (text(id).startsWith(prefix)) {
                    return Optional.of(text(id));
                }
            }
        }
        return Optional.empty();
    }

    private List<DeviceEvent> events(JsonNode message, DevEui devEui) {
        for (var kind : DOWNLINKS.entrySet()) {
            if (message.has(kind.getKey())) {
                return downlinks(kind.getValue(), message, message.path(kind.getKey()), devEui);
            }
        }
        if (message.has("join_accept")) {
            return join(message, message.path("join_accept"), devEui);
        }
        if (message.has("location_solved")) {
            var location = message.path("location_solved").path("location");
            return List.of(event(DeviceEvent.Type.LOCATION, message, "location", devEui)
                    .withLocation(decimal(location.path("latitude")), decimal(location.path("longitude"))));
        }
        if (message.has("service_data")) {
            var service = textOrNull(message.path("service_data").path("service"));
            return List.of(
                    event(DeviceEvent.Type.LOG, message, "service", devEui).withLog("INFO", "SERVICE_DATA", service));
        }
        throw new UnusableException(
                "",
                "Expected one of the messages of The Things Stack, but found only %s"
                        .formatted(message.propertyNames()));
    }

    /** A join; the downlinks that wait for the old session are void with it. */
    private List<DeviceEvent> join(JsonNode message, JsonNode join, DevEui devEui) {
        var events = new ArrayList<DeviceEvent>();
        events.add(event(DeviceEvent.Type.JOIN, message, sessionKey(message, join), devEui));
        for (var downlink : join.path("invalidated_downlinks")) {
            events.add(downlink(DeviceEvent.Type.INVALIDATED, message, downlink, devEui));
        }
        return events;
    }

    private List<DeviceEvent> downlinks(DeviceEvent.Type type, JsonNode message, JsonNode part, DevEui devEui) {
        if (type == DeviceEvent.Type.FAILED) {
            var error = part.path("error");
            return List.of(downlink(type, message, part.path("downlink"), devEui)
                    .withLog("ERROR", textOrNull(error.path("name")), textOrNull(error.path("message_format"))));
        }
        if (part.has("downlinks")) {
            var events = new ArrayList<DeviceEvent>();
            part.path("downlinks").forEach(downlink -> events.add(downlink(type, message, downlink, devEui)));
            return events;
        }
        return List.of(downlink(type, message, part, devEui));
    }

    private DeviceEvent downlink(DeviceEvent.Type type, JsonNode message, JsonNode downlink, DevEui devEui) {
        var ours = correlationId(DOWNLINK_PREFIX, downlink, message)
                .map(id -> id.substring(DOWNLINK_PREFIX.length()))
                .orElse("");
        // A confirmed downlink may be sent several times, under one id but with different counters.
        var sending =
                "%s:%s:%d".formatted(ours, sessionKey(message, downlink), number(downlink, "f_cnt", Fields.F_CNT_MAX));
        return event(type, message, sending, devEui).withDownlink(ours);
    }

    /**
     * What all events have. A message that is delivered twice is the same to the letter, its times included.
     *
     * @param distinction tells events of one kind apart that come from the same cause
     */
    private DeviceEvent event(DeviceEvent.Type type, JsonNode message, String distinction, DevEui devEui) {
        var id = "%s:%s:%s".formatted(devEui, distinction, Fields.timeInName(clock, message.path("received_at")));
        return DeviceEvent.of(id, source(), devEui, type, Fields.time(clock, message.path("received_at")));
    }
}
