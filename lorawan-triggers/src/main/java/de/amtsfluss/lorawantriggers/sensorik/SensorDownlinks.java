package de.amtsfluss.lorawantriggers.sensorik;

import de.amtsfluss.lorawantriggers.AssetRegistry;
import de.amtsfluss.lorawantriggers.device.DeviceType;
import de.amtsfluss.lorawantriggers.device.DeviceTypes;
import de.amtsfluss.processes.Downlinks;
import de.amtsfluss.processes.Downlinks.Auftrag;
import de.amtsfluss.processes.Downlinks.Downlink;
import de.amtsfluss.processes.Downlinks.Inhalt;
import de.amtsfluss.processes.Downlinks.Ziel;
import de.amtsfluss.processes.Sensorik.Downlinkblatt;
import de.amtsfluss.processes.Sensorik.Nachricht;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What people say to sensors. */
@Component
class SensorDownlinks {

    /** A sensor that reports once a day hears it within that time. */
    private static final Duration FRIST = Duration.ofDays(1);

    private static final int LATEST = 20;

    private final AssetRegistry registry;
    private final DeviceTypes types;
    private final Downlinks downlinks;
    private final Clock clock;

    SensorDownlinks(AssetRegistry registry, DeviceTypes types, Downlinks downlinks, Clock clock) {
        this.registry = registry;
        this.types = types;
        this.downlinks = downlinks;
        this.clock = clock;
    }

    Optional<Downlinkblatt> of(String objekt) {
        return registry.asset(objekt).map(asset -> new Downlinkblatt(named(objekt), downlinks.of(objekt, LATEST)));
    }

    private Map<String, String> named(String objekt) {
        var now = clock.instant();
        var named = new TreeMap<String, String>();
        registry.devices(objekt).stream()
                .filter(device -> device.isValidAt(now))
                .flatMap(device -> types.find(device.typ()).stream())
                .map(DeviceType::downlinkTitles)
                .forEach(named::putAll);
        return named;
    }

    /** Says it; an id that stands for something said to another object says nothing. */
    Optional<Downlink> senden(Nachricht nachricht) {
        return registry.asset(nachricht.objekt())
                .map(asset -> downlinks.senden(new Auftrag(
                        nachricht.id(),
                        new Ziel.Objekt(asset.id()),
                        new Inhalt.Benannt(nachricht.name()),
                        nachricht.bestaetigt(),
                        FRIST,
                        null,
                        null)))
                .filter(downlink -> nachricht.objekt().equals(downlink.objekt()));
    }
}
