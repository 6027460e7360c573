package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.Device;
import de.amtsfluss.lorawantriggers.device.Decoded;
import de.amtsfluss.lorawantriggers.device.DeviceTypes;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.registry.Watches;
import de.amtsfluss.lorawantriggers.registry.Watches.Watch;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Applied;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Repeated;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Undecided;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Unusable;
import de.amtsfluss.lorawantriggers.trigger.SeenUplinks.Novelty;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Processes uplinks many at a time: all of a batch in one transaction, each device's in their order. */
@Component
class UplinkBatch {

    private static final Logger LOG = LoggerFactory.getLogger(UplinkBatch.class);

    private final TransactionTemplate transaction;
    private final SeenUplinks seen;
    private final Watches watches;
    private final DeviceTypes types;
    private final Twins twins;
    private final ReadingTriggers triggers;
    private final Stages stages;

    UplinkBatch(
            TransactionTemplate transaction,
            SeenUplinks seen,
            Watches watches,
            DeviceTypes types,
            Twins twins,
            ReadingTriggers triggers,
            Stages stages) {
        this.transaction = transaction;
        this.seen = seen;
        this.watches = watches;
        this.types = types;
        this.twins = twins;
        this.triggers = triggers;
        this.stages = stages;
    }

    /** What the payload of an uplink says of the asset. */
    private record Read(int place, Uplink uplink, Asset asset, Map<Quantity, Double> measurements) {}

    /**
     * Processes uplinks; a repeat changes nothing, and what cannot be used changes nothing either and is not remembered
     * as seen: once its reason is gone, it may be sent again and must then be new.
     *
     * @return what became of each, in the same order
     */
    List<Outcome> process(List<Uplink> uplinks) {
        return Objects.requireNonNull(transaction.execute(status -> processInTransaction(uplinks)));
    }

    private List<Outcome> processInTransaction(List<Uplink> uplinks) {
        var outcomes = new Outcome[uplinks.size()];
        var readable = stages.time("decode", () -> decode(uplinks, outcomes));
        var fresh = stages.time("remember", () -> fresh(readable, outcomes));
        if (!fresh.isEmpty()) {
            var subjects = fresh.stream().map(reading -> reading.asset().id()).collect(Collectors.toSet());
            var known = stages.time("load", () -> twins.lock(subjects));
            var changed = stages.time("decide", () -> apply(fresh, known, outcomes));
            stages.run("save", () -> twins.save(changed.sequencedValues()));
        }
        return List.of(outcomes);
    }

    /** Decodes what can be decoded, by its place in the batch. */
    private Map<Integer, Read> decode(List<Uplink> uplinks, Outcome[] outcomes) {
        var found = watches.find(uplinks.stream().map(Uplink::devEui).collect(Collectors.toSet()));
        var readable = new LinkedHashMap<Integer, Read>();
        for (var i = 0; i < uplinks.size(); i++) {
            var uplink = uplinks.get(i);
            var watch = found.at(uplink.devEui(), uplink.receivedAt());
            if (watch.isEmpty()) {
                outcomes[i] = found.knows(uplink.devEui())
                        ? new Unusable(
                                "not-in-use",
                                "Expected device %s to watch an asset at %s, but it does not"
                                        .formatted(uplink.devEui(), uplink.receivedAt()))
                        : new Unusable(
                                "unknown-device",
                                "Expected device %s to be registered, but it is not".formatted(uplink.devEui()));
            } else {
                switch (decode(uplink, watch.get())) {
                    case Decoded.Failed failed -> outcomes[i] = new Unusable("undecodable", failed.sentence());
                    case Decoded.Values values -> {
                        warn(uplink, values);
                        var measurements =
                                Derived.of(values.measurements(), watch.get().device(), uplink);
                        readable.put(i, new Read(i, uplink, watch.get().asset(), measurements));
                    }
                }
            }
        }
        return readable;
    }

    private Decoded decode(Uplink uplink, Watch watch) {
        Device device = watch.device();
        return types.find(device.typ())
                .map(type -> type.decode(uplink.bytes(), uplink.fPort(), uplink.receivedAt(), device.variablen()))
                .orElseGet(() -> new Decoded.Failed(
                        "Expected device type '%s' to be installed, but it is not".formatted(device.typ())));
    }

    private static void warn(Uplink uplink, Decoded.Values values) {
        if (!values.warnings().isEmpty()) {
            LOG.info("Payload of device {}: {}", uplink.devEui(), String.join("; ", values.warnings()));
        }
    }

    private List<Read> fresh(Map<Integer, Read> readable, Outcome[] outcomes) {
        var places = new ArrayList<>(readable.keySet());
        var novelties = seen.note(readable.values().stream().map(Read::uplink).toList());
        var fresh = new ArrayList<Read>();
        for (var i = 0; i < places.size(); i++) {
            var reading = Objects.requireNonNull(readable.get(places.get(i)));
            outcomes[places.get(i)] = outcome(novelties.get(i), reading.uplink());
            if (novelties.get(i) == Novelty.NEW) {
                fresh.add(reading);
            }
        }
        return fresh;
    }

    private static Outcome outcome(Novelty novelty, Uplink uplink) {
        return switch (novelty) {
            case NEW -> new Applied();
            case REPEATED -> new Repeated();
            case CONFLICT ->
                new Unusable(
                        "conflict",
                        "Expected one payload for frame %d of session '%s' or event %s, but found another before"
                                .formatted(uplink.fCnt(), uplink.sessionKey(), uplink.eventId()));
        };
    }

    private SequencedMap<String, Twin> apply(List<Read> fresh, Map<String, Twin> known, Outcome[] outcomes) {
        var changed = new LinkedHashMap<String, Twin>();
        var now = triggers.begin(known.values());
        for (var reading : fresh) {
            var id = reading.asset().id();
            var before = Optional.ofNullable(changed.get(id))
                    .or(() -> Optional.ofNullable(known.get(id)))
                    .orElseGet(() -> Twin.initial(id));
            if (!before.isLate(reading.uplink())) {
                var measured = new EnumMap<Quantity, Double>(Quantity.class);
                measured.putAll(reading.measurements());
                var after = before.after(reading.uplink(), measured);
                var uplink = reading.uplink();
                changed.put(
                        id,
                        now.read(
                                after,
                                reading.asset(),
                                measured.keySet(),
                                uplink.devEui(),
                                uplink.receivedAt(),
                                sentence -> outcomes[reading.place()] = new Undecided(sentence)));
            }
        }
        return changed;
    }
}
