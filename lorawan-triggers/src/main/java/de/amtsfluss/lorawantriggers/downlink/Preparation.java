package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.lorawantriggers.AssetRegistry;
import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.Device;
import de.amtsfluss.lorawantriggers.codec.CodecCall;
import de.amtsfluss.lorawantriggers.device.DeviceType;
import de.amtsfluss.lorawantriggers.device.DeviceTypes;
import de.amtsfluss.lorawantriggers.device.Encoded;
import de.amtsfluss.lorawantriggers.downlink.Kept.Sending;
import de.amtsfluss.lorawantriggers.downlink.Kept.Via;
import de.amtsfluss.lorawantriggers.trigger.LastHeard;
import de.amtsfluss.lorawantriggers.trigger.LastHeard.Heard;
import de.amtsfluss.processes.Downlinks.Inhalt;
import de.amtsfluss.processes.Downlinks.Ziel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds the sensor, the way to it, and the payload. */
@Component
class Preparation {

    private final AssetRegistry registry;
    private final LastHeard lastHeard;
    private final DeviceTypes types;
    private final Routes routes;
    private final JsonMapper json;

    Preparation(AssetRegistry registry, LastHeard lastHeard, DeviceTypes types, Routes routes, JsonMapper json) {
        this.registry = registry;
        this.lastHeard = lastHeard;
        this.types = types;
        this.routes = routes;
        this.json = json;
    }

    /**
     * What was found out.
     *
     * @param objekt the object, if it is known
     * @param devEui the sensor, if there is one
     * @param sending what is to be sent, absent if it cannot be
     * @param sentence why it cannot be
     */
    record Prepared(
            @Nullable String objekt,
            @Nullable String devEui,
            @Nullable Sending sending,
            @Nullable String sentence) {}

    /**
     * A sensor.
     *
     * @param device what is registered of it
     * @param heard how it was heard last, if it was
     */
    private record Sensor(Device device, Optional<Heard> heard) {}

    /** Finds out what is needed; what is not there is told in a sentence. */
    Prepared prepare(Ziel ziel, Inhalt inhalt, Instant now) {
        var wanted = wanted(ziel);
        var sensor = sensor(ziel, now);
        if (sensor.isEmpty()) {
            return new Prepared(
                    ziel instanceof Ziel.Objekt objekt ? objekt.id() : null,
                    null,
                    null,
                    "%s hat keinen Sensor im Einsatz.".formatted(wanted));
        }
        var found = sensor.get().device();
        var type = types.find(found.typ());
        if (type.isEmpty()) {
            return impossible(found, "Den Gerätetyp „%s“ gibt es nicht.".formatted(found.typ()));
        }
        return switch (payload(type.get(), inhalt)) {
            case Encoded.Failed failed -> impossible(found, failed.sentence());
            case Encoded.Payload payload -> way(sensor.get(), payload);
        };
    }

    private static String wanted(Ziel ziel) {
        return switch (ziel) {
            case Ziel.Objekt objekt -> "Das Objekt „%s“".formatted(objekt.id());
            case Ziel.Geraet geraet -> "Die DevEUI „%s“".formatted(geraet.devEui());
        };
    }

    private static Prepared impossible(Device device, String sentence) {
        return new Prepared(device.assetId(), device.devEui().value(), null, sentence);
    }

    /** Of several sensors of an object that one which was heard last. */
    private Optional<Sensor> sensor(Ziel ziel, Instant now) {
        return switch (ziel) {
            case Ziel.Geraet geraet ->
                DevEui.read(geraet.devEui())
                        .flatMap(devEui -> registry.device(devEui, now))
                        .map(device -> sensor(device, lastHeard.of(device.assetId())));
            case Ziel.Objekt objekt -> {
                var heard = lastHeard.of(objekt.id());
                yield registry.devices(objekt.id()).stream()
                        .filter(device -> device.isValidAt(now))
                        .map(device -> sensor(device, heard))
                        .min(Comparator.comparing(sensor -> sensor.heard().isEmpty()));
            }
        };
    }

    private static Sensor sensor(Device device, Optional<Heard> lastOfObject) {
        return new Sensor(device, lastOfObject.filter(heard -> heard.devEui().equals(device.devEui())));
    }

    private Encoded payload(DeviceType type, Inhalt inhalt) {
        var encoded = switch (inhalt) {
            case Inhalt.Benannt benannt -> type.encode(benannt.name());
            case Inhalt.Daten daten -> type.encode(json.valueToTree(daten.daten()), daten.fPort());
            case Inhalt.Bytes bytes -> new Encoded.Payload(bytes.bytes(), bytes.fPort(), List.of());
        };
        return encoded instanceof Encoded.Payload payload
                        && (payload.bytes().length > CodecCall.MOST_BYTES
                                || payload.fPort() < 1
                                || payload.fPort() > CodecCall.LAST_PORT)
                ? new Encoded.Failed(
                        "Möglich sind höchstens %d Bytes auf einem Port von 1 bis %d, nicht %d auf Port %d."
                                .formatted(
                                        CodecCall.MOST_BYTES,
                                        CodecCall.LAST_PORT,
                                        payload.bytes().length,
                                        payload.fPort()))
                : encoded;
    }

    private Prepared way(Sensor sensor, Encoded.Payload payload) {
        var device = sensor.device();
        var heard = sensor.heard();
        if (heard.isEmpty()) {
            return impossible(
                    device,
                    "Vom Sensor %s wurde noch nichts gehört; erst dadurch ist der Weg zu ihm bekannt."
                            .formatted(device.devEui()));
        }
        var last = heard.get();
        var route = routes.find(last.source(), last.application());
        if (route.isEmpty()) {
            return impossible(
                    device,
                    "Für die Anwendung „%s“ von %s ist kein Weg eingerichtet."
                            .formatted(last.application(), last.source()));
        }
        var name = route.get();
        if (last.deviceId() == null && routes.named(name).orElseThrow().needsDeviceId()) {
            return impossible(
                    device,
                    "Die Meldungen des Sensors nennen seine device_id nicht, ohne die ihm nichts gesagt werden kann.");
        }
        var via = new Via(last.source(), last.application(), last.deviceId(), name);
        return new Prepared(
                device.assetId(),
                device.devEui().value(),
                new Sending(device.devEui(), payload.fPort(), payload.bytes(), via, null),
                null);
    }
}
