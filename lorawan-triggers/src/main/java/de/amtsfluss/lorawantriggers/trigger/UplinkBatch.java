package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.device.Decoded;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.registry.Watches;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Applied;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Repeated;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Undecided;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Unusable;
import de.amtsfluss.lorawantriggers.trigger.Seen.Print;
import de.amtsfluss.lorawantriggers.trigger.Twins.Known;
import de.amtsfluss.lorawantriggers.trigger.Twins.TwinChangedException;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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
    private final Watches watches;
    private final Decoding decoding;
    private final Twins twins;
    private final ReadingTriggers triggers;
    private final Stages stages;

    UplinkBatch(
            TransactionTemplate transaction,
            Watches watches,
            Decoding decoding,
            Twins twins,
            ReadingTriggers triggers,
            Stages stages) {
        this.transaction = transaction;
        this.watches = watches;
        this.decoding = decoding;
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
        try {
            return process(uplinks, twins::recall);
        } catch (TwinChangedException e) {
            LOG.debug("Once more with locks: {}", e.getMessage());
            return process(uplinks, twins::lock);
        }
    }

    private List<Outcome> process(List<Uplink> uplinks, Function<Set<String>, Known> load) {
        return Objects.requireNonNull(transaction.execute(status -> processInTransaction(uplinks, load)));
    }

    private List<Outcome> processInTransaction(List<Uplink> uplinks, Function<Set<String>, Known> load) {
        var outcomes = new Outcome[uplinks.size()];
        var readable = stages.time("decode", () -> decode(uplinks, outcomes));
        if (!readable.isEmpty()) {
            var subjects =
                    readable.stream().map(reading -> reading.asset().id()).collect(Collectors.toSet());
            var known = stages.time("load", () -> load.apply(subjects));
            var changed = stages.time("decide", () -> apply(readable, known, outcomes));
            stages.run("save", () -> twins.save(known, changed.values()));
        }
        return List.of(outcomes);
    }

    /** Decodes what can be decoded. */
    private List<Read> decode(List<Uplink> uplinks, Outcome[] outcomes) {
        var found = watches.find(uplinks.stream().map(Uplink::devEui).collect(Collectors.toSet()));
        var readable = new ArrayList<Read>();
        for (var i = 0; i < uplinks.size(); i++) {
            var uplink = uplinks.get(i);
            var watch = found.at(uplink.devEui(), uplink.receivedAt());
            if (watch.isEmpty()) {
                outcomes[i] = notWatching(uplink, found.knows(uplink.devEui()));
            } else {
                switch (decoding.decode(uplink, watch.get())) {
                    case Decoded.Failed failed -> outcomes[i] = new Unusable("undecodable", failed.sentence());
                    case Decoded.Values values -> {
                        warn(uplink, values);
                        readable.add(new Read(i, uplink, watch.get().asset(), values.measurements()));
                    }
                }
            }
        }
        return readable;
    }

    private static Unusable notWatching(Uplink uplink, boolean known) {
        return known
                ? new Unusable(
                        "not-in-use",
                        "Expected device %s to watch an asset at %s, but it does not"
                                .formatted(uplink.devEui(), uplink.receivedAt()))
                : new Unusable(
                        "unknown-device",
                        "Expected device %s to be registered, but it is not".formatted(uplink.devEui()));
    }

    private static void warn(Uplink uplink, Decoded.Values values) {
        if (!values.warnings().isEmpty()) {
            LOG.info("Payload of device {}: {}", uplink.devEui(), String.join("; ", values.warnings()));
        }
    }

    private Map<String, Twin> apply(List<Read> readable, Known known, Outcome[] outcomes) {
        var changed = new LinkedHashMap<String, Twin>();
        var readings = triggers.begin(known.twins());
        for (var reading : readable) {
            var id = reading.asset().id();
            var before = Objects.requireNonNullElseGet(changed.get(id), () -> known.twin(id));
            var print = Print.of(reading.uplink());
            outcomes[reading.place()] = switch (before.seen().novelty(print)) {
                case NEW -> {
                    var sentences = new ArrayList<String>();
                    changed.put(id, take(reading, before.having(print), readings, sentences));
                    yield sentences.isEmpty() ? new Applied() : new Undecided(sentences.getLast());
                }
                case REPEATED -> new Repeated();
                case CONFLICT -> conflict(reading.uplink());
            };
        }
        return changed;
    }

    /** What is late triggers nothing. */
    private static Twin take(Read reading, Twin before, Readings readings, List<String> undecided) {
        var uplink = reading.uplink();
        return before.isLate(uplink)
                ? before.afterLate(uplink)
                : readings.take(
                        before.after(uplink, reading.measurements()),
                        reading.asset(),
                        reading.measurements().keySet(),
                        uplink.devEui(),
                        uplink.receivedAt(),
                        undecided::add);
    }

    private static Unusable conflict(Uplink uplink) {
        return new Unusable(
                "conflict",
                "Expected one payload for frame %d of session '%s' or event %s, but found another before"
                        .formatted(uplink.fCnt(), uplink.sessionKey(), uplink.eventId()));
    }
}
