package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.downlink.Preparation.Prepared;
import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Downlinks;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Nachrichtenquelle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes downlinks on, and tells where they stand. */
@Service
class DownlinkService implements Downlinks, Nachrichtenquelle {

    private static final Duration HOUR = Duration.ofHours(1);

    private final DownlinkRepository downlinks;
    private final Preparation preparation;
    private final Ending ending;
    private final DownlinkProperties properties;
    private final Clock clock;

    DownlinkService(
            DownlinkRepository downlinks,
            Preparation preparation,
            Ending ending,
            DownlinkProperties properties,
            Clock clock) {
        this.downlinks = downlinks;
        this.preparation = preparation;
        this.ending = ending;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Set<String> nachrichten() {
        return Set.of(BEENDET);
    }

    @Override
    @Transactional
    public Downlink senden(Auftrag auftrag) {
        return find(auftrag.id()).orElseGet(() -> {
            // PostgreSQL keeps microseconds; what is told now shall be what is read later.
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            keep(auftrag, preparation.prepare(auftrag.ziel(), auftrag.inhalt(), now), now);
            return find(auftrag.id()).orElseThrow();
        });
    }

    private void keep(Auftrag auftrag, Prepared prepared, Instant now) {
        var kept = kept(auftrag, prepared, now);
        var sending = kept.sending();
        // Counted before it counts itself.
        var limited = sending != null && isLimitReached(sending.devEui(), now);
        if (!downlinks.insert(kept)) {
            return;
        }
        ending.write(kept, Aktion.ANGELEGT, "downlink", kept.downlink().bezeichnung());
        if (sending == null) {
            ending.end(kept, Ergebnis.NICHT_MOEGLICH, prepared.sentence());
        } else if (limited) {
            ending.end(
                    kept,
                    Ergebnis.BEGRENZT,
                    "Dem Sensor %2$s wurde in dieser Stunde schon %1$d-mal etwas gesagt; mehr ist nicht erlaubt."
                            .formatted(properties.perDeviceAndHour(), sending.devEui()));
        }
    }

    private boolean isLimitReached(DevEui devEui, Instant now) {
        downlinks.lock(devEui);
        return downlinks.countSince(devEui, now.minus(HOUR)) >= properties.perDeviceAndHour();
    }

    private static Kept kept(Auftrag auftrag, Prepared prepared, Instant now) {
        return new Kept(
                new Downlink(
                        auftrag.id(),
                        prepared.objekt(),
                        prepared.devEui(),
                        bezeichnung(auftrag.inhalt(), prepared),
                        auftrag.bestaetigt(),
                        Handelnder.current().kennung(),
                        now,
                        now.plus(auftrag.frist()),
                        new Verlauf(Zustand.ANGENOMMEN, null, null, null, null, null, null, 0)),
                prepared.sending(),
                auftrag.schluessel(),
                auftrag.vorgang());
    }

    private static String bezeichnung(Inhalt inhalt, Prepared prepared) {
        return switch (inhalt) {
            case Inhalt.Benannt benannt -> shortened(benannt.name());
            case Inhalt.Daten daten -> payload(daten.fPort(), prepared.sending());
            case Inhalt.Bytes bytes -> payload(bytes.fPort(), prepared.sending());
        };
    }

    private static String payload(int fPort, Kept.@Nullable Sending sending) {
        return sending == null
                ? "Port %d".formatted(fPort)
                : shortened(
                        "Port %d: %s".formatted(sending.fPort(), HexFormat.of().formatHex(sending.payload())));
    }

    /** The Protokoll keeps 200 characters. */
    private static String shortened(String text) {
        var harmless = text.replaceAll("\\p{Cntrl}", "?");
        return harmless.length() > 100 ? harmless.substring(0, 99) + "…" : harmless;
    }

    @Override
    public Optional<Downlink> find(DownlinkId id) {
        return downlinks.find(id).map(Kept::downlink);
    }

    @Override
    public List<Downlink> of(String objekt, int limit) {
        return downlinks.of(objekt, limit).stream().map(Kept::downlink).toList();
    }
}
