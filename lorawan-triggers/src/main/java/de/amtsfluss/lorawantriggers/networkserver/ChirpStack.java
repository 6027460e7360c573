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
import de.amtsfluss.lorawantriggers.networkserver.Translation.Refused;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Translated;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the events of ChirpStack v4 in their JSON form (integration.proto). Which kind of event a document is,
 * ChirpStack says only beside it: in the topic, the query or the header.
 */
@Component
public final class ChirpStack implements NetworkServer {

    private final Documents documents;
    private final Clock clock;

    ChirpStack(JsonMapper json, Clock clock) {
        this.documents = new Documents(json, "deviceInfo", "devEui");
        this.clock = clock;
    }

    @Override
    public String source() {
        return "chirpstack";
    }

    @Override
    public Translation translate(String event, byte[] body) {
        return switch (event) {
            case "up" -> documents.read(body, document -> Documents.NOT_AN_UPLINK, this::uplink);
            case "join", "status", "ack", "txack", "log", "location" ->
                documents.read(
                        body,
                        document -> Documents.NOT_AN_EVENT,
                        (document, devEui) -> new Happened(List.of(event(event, document, devEui))));
            // Up to v4.13: what LoRa Cloud said about an uplink.
            case "integration" -> new Ignored();
            default ->
                new Refused(
                        Documents.NOT_AN_EVENT,
                        "Expected one of ChirpStack's events, but found '%s'"
                                .formatted(event.replaceAll("[^a-zA-Z0-9-]", "?")),
                        null);
        };
    }

    private Translation uplink(JsonNode event, DevEui devEui) {
        var joinServer = event.path("joinServerContext");
        if (isPresent(joinServer.path("sessionKeyId")) || isPresent(joinServer.path("appSKey"))) {
            throw new UnusableException(
                    "encrypted",
                    "Expected a payload in the clear, but joinServerContext says that only the application server of"
                            + " the join server can decrypt it");
        }
        var device = event.path("deviceInfo");
        var session = text(event.path("devAddr"));
        var fCnt = number(event, "fCnt", Fields.F_CNT_MAX);
        var eventId = text(event.path("deduplicationId"));
        return new Translated(new Uplink(
                eventId.isEmpty() ? Uplink.naturalKey(devEui, session, fCnt) : eventId,
                source(),
                text(device.path("tenantId")),
                text(device.path("applicationId")),
                devEui,
                session,
                fCnt,
                (int) number(event, "fPort", Fields.F_PORT_MAX),
                Fields.base64(event, "data"),
                Fields.time(clock, event.path("time")),
                event.path("confirmed").asBoolean(false),
                receptions(event.path("rxInfo")),
                Fields.texts(device.path("tags")),
                rounded(event.path("txInfo").path("modulation").path("lora").path("spreadingFactor")),
                Fields.frequency(event.path("txInfo")),
                null,
                null));
    }

    private static List<Uplink.Rx> receptions(JsonNode rxInfo) {
        var receptions = new ArrayList<Uplink.Rx>();
        for (var rx : rxInfo) {
            receptions.add(
                    new Uplink.Rx(text(rx.path("gatewayId")), rounded(rx.path("rssi")), decimal(rx.path("snr"))));
        }
        return receptions;
    }

    private DeviceEvent event(String event, JsonNode document, DevEui devEui) {
        return switch (event) {
            case "join" -> simple(DeviceEvent.Type.JOIN, document, devEui, text(document.path("devAddr")));
            case "status" -> status(document, devEui);
            case "ack" -> acknowledgement(document, devEui);
            case "txack" -> sent(document, devEui);
            case "log" -> log(document, devEui);
            default -> location(document, devEui);
        };
    }

    /**
     * What all events have.
     *
     * @param otherwise tells two events of a device apart where ChirpStack gave them no deduplicationId
     */
    private DeviceEvent simple(DeviceEvent.Type type, JsonNode document, DevEui devEui, String otherwise) {
        var id = text(document.path("deduplicationId"));
        return of(
                id.isEmpty()
                        ? "%s:%s:%s".formatted(devEui, otherwise, Fields.timeInName(clock, document.path("time")))
                        : id,
                type,
                document,
                devEui);
    }

    private DeviceEvent of(String eventId, DeviceEvent.Type type, JsonNode document, DevEui devEui) {
        return DeviceEvent.of(eventId, source(), devEui, type, Fields.time(clock, document.path("time")));
    }

    private DeviceEvent status(JsonNode document, DevEui devEui) {
        return simple(DeviceEvent.Type.STATUS, document, devEui, "")
                .withStatus(batteryPercent(document), rounded(document.path("margin")));
    }

    /**
     * The battery of a DevStatusAns, null if the device does not know it. LoRaWAN L2 1.0.4 (5.5): 0 says external power
     * and 255 unknown, so no battery is ever at 0 %.
     */
    private static @Nullable Double batteryPercent(JsonNode document) {
        var percent = decimal(document.path("batteryLevel"));
        var unknown = document.path("externalPowerSource").asBoolean(false)
                || document.path("batteryLevelUnavailable").asBoolean(false);
        return unknown || percent == null || percent <= 0 ? null : percent;
    }

    private DeviceEvent acknowledgement(JsonNode document, DevEui devEui) {
        // A timeout may come without deduplicationId.
        var queueItem = text(document.path("queueItemId"));
        var type = document.path("acknowledged").asBoolean(false) ? DeviceEvent.Type.ACK : DeviceEvent.Type.NACK;
        return simple(type, document, devEui, queueItem).withDownlink(queueItem);
    }

    private DeviceEvent sent(JsonNode document, DevEui devEui) {
        var queueItem = text(document.path("queueItemId"));
        var downlink = number(document, "downlinkId", Long.MAX_VALUE);
        return of("%s:%s:%d".formatted(devEui, queueItem, downlink), DeviceEvent.Type.SENT, document, devEui)
                .withDownlink(queueItem);
    }

    /** A log entry; it names the downlink that it is about in its context, for example that it has expired. */
    private DeviceEvent log(JsonNode document, DevEui devEui) {
        var context = document.path("context");
        var code = text(document.path("code"));
        var downlink = text(context.path("queue_item_id"));
        var cause = text(context.path("deduplication_id"));
        var id = "%s:%s:%s:%s:%s"
                .formatted(devEui, code, cause, downlink, Fields.timeInName(clock, document.path("time")));
        return of(id, DeviceEvent.Type.LOG, document, devEui)
                .withDownlink(downlink)
                .withLog(
                        textOrNull(document.path("level")),
                        code.isEmpty() ? null : code,
                        textOrNull(document.path("description")));
    }

    private DeviceEvent location(JsonNode document, DevEui devEui) {
        var location = document.path("location");
        return simple(DeviceEvent.Type.LOCATION, document, devEui, "")
                .withLocation(decimal(location.path("latitude")), decimal(location.path("longitude")));
    }
}
