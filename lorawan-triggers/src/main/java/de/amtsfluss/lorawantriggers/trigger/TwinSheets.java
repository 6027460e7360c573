package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.processes.Sensorik.Auftrag;
import de.amtsfluss.processes.Sensorik.Funk;
import de.amtsfluss.processes.Sensorik.Messwert;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is last known of assets, for people. */
@Component
public class TwinSheets {

    private final Twins twins;

    TwinSheets(Twins twins) {
        this.twins = twins;
    }

    /**
     * What is last known of an asset.
     *
     * @param funk how its sensor was heard, absent before the first uplink
     * @param messwerte the latest values
     * @param auftraege the orders whose cause is not gone
     */
    public record Sheet(@Nullable Funk funk, List<Messwert> messwerte, List<Auftrag> auftraege) {

        /** Of an asset that nothing was heard of. */
        public static final Sheet EMPTY = new Sheet(null, List.of(), List.of());
    }

    /** The sheets of these assets, without those that nothing was heard of. */
    public Map<String, Sheet> of(Collection<String> assetIds) {
        return twins.read(assetIds).stream().collect(Collectors.toMap(Twin::subject, TwinSheets::sheet));
    }

    private static Sheet sheet(Twin twin) {
        var link = twin.link();
        return new Sheet(
                link == null ? null : funk(link),
                twin.values().entrySet().stream()
                        .map(entry -> new Messwert(
                                entry.getKey().key(),
                                entry.getValue().value(),
                                entry.getKey().unit(),
                                entry.getValue().at()))
                        .toList(),
                twin.states().entrySet().stream()
                        .filter(entry -> entry.getValue().order() != null)
                        .map(entry -> auftrag(
                                entry.getKey(),
                                Objects.requireNonNull(entry.getValue().order())))
                        .toList());
    }

    private static Auftrag auftrag(String verfahren, TriggerState.Order order) {
        return new Auftrag(verfahren, order.id(), order.at());
    }

    private static Funk funk(Link link) {
        return new Funk(
                link.receivedAt(),
                link.rssi(),
                link.snr(),
                link.received(),
                link.lost(),
                Math.round(link.lossRate() * 1000) / 10.0);
    }
}
