package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.Container;
import de.amtsfluss.lorawantriggers.Containers;
import de.amtsfluss.lorawantriggers.device.Decoded;
import de.amtsfluss.lorawantriggers.device.DeviceTypes;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Applied;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Repeated;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Unusable;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Processes one uplink in one transaction. */
@Component
class UplinkProcessing {

    private static final Logger LOG = LoggerFactory.getLogger(UplinkProcessing.class);

    private final TransactionTemplate transaction;
    private final SeenUplinks seen;
    private final Containers containers;
    private final DeviceTypes types;
    private final TwinRepository twins;
    private final ContainerTrigger trigger;

    UplinkProcessing(
            TransactionTemplate transaction,
            SeenUplinks seen,
            Containers containers,
            DeviceTypes types,
            TwinRepository twins,
            ContainerTrigger trigger) {
        this.transaction = transaction;
        this.seen = seen;
        this.containers = containers;
        this.types = types;
        this.twins = twins;
        this.trigger = trigger;
    }

    /** Processes an uplink; a repeat changes nothing, and what cannot be used changes nothing either. */
    Outcome process(Uplink uplink) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var outcome = processInTransaction(uplink);
            if (outcome instanceof Unusable) {
                // Once its reason is gone, it may be sent again and must then be new.
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private Outcome processInTransaction(Uplink uplink) {
        return switch (seen.note(uplink)) {
            case REPEATED -> new Repeated();
            case CONFLICT ->
                new Unusable(
                        "conflict",
                        "Expected one payload for frame %d of session '%s' or event %s, but found another before"
                                .formatted(uplink.fCnt(), uplink.sessionKey(), uplink.eventId()));
            case NEW ->
                containers
                        .findBySensor(uplink.devEui())
                        .map(container -> decode(uplink, container))
                        .orElseGet(() -> new Unusable(
                                "unknown-device",
                                "Expected device %s to be registered, but it is not".formatted(uplink.devEui())));
        };
    }

    private Outcome decode(Uplink uplink, Container container) {
        var typ = container.sensor().typ();
        var type = types.find(typ);
        if (type.isEmpty()) {
            return new Unusable(
                    "unknown-type", "Expected device type '%s' to be installed, but it is not".formatted(typ));
        }
        return switch (type.get().decode(uplink.bytes(), uplink.fPort(), uplink.receivedAt())) {
            case Decoded.Failed failed -> new Unusable("undecodable", failed.sentence());
            case Decoded.Values values -> apply(uplink, container, values);
        };
    }

    private Outcome apply(Uplink uplink, Container container, Decoded.Values values) {
        if (!values.warnings().isEmpty()) {
            LOG.info("Payload of device {}: {}", uplink.devEui(), String.join("; ", values.warnings()));
        }
        twins.lock(container.id());
        var measurements = withFillLevel(values.measurements(), container);
        var isLatest = twins.update(container.id(), uplink, measurements);
        var prozent = measurements.get(Quantity.FILL_LEVEL);
        if (isLatest && prozent != null) {
            trigger.read(container, prozent, uplink.receivedAt());
        }
        return new Applied();
    }

    private static Map<Quantity, Double> withFillLevel(Map<Quantity, Double> decoded, Container container) {
        var measurements = new EnumMap<Quantity, Double>(Quantity.class);
        measurements.putAll(decoded);
        var distance = decoded.get(Quantity.DISTANCE);
        if (distance != null) {
            measurements.put(Quantity.FILL_LEVEL, FillLevel.prozent(distance, container.sensor()));
        }
        return measurements;
    }
}
