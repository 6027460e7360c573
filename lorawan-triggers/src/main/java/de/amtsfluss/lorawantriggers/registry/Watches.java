package de.amtsfluss.lorawantriggers.registry;

import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.Device;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which sensor watches which asset, remembered in memory. One small query per batch tells whether what is remembered is
 * still right, so that a change made by any copy counts from the next batch on.
 */
@Component
public final class Watches {

    private final DeviceRepository devices;
    private volatile Remembered remembered = new Remembered(-1);

    Watches(DeviceRepository devices) {
        this.devices = devices;
    }

    /**
     * A sensor with the asset it watches.
     *
     * @param asset the asset
     * @param device the sensor
     */
    public record Watch(Asset asset, Device device) {}

    private static final class Remembered {
        private final long version;
        private final Map<DevEui, List<Watch>> watches = new ConcurrentHashMap<>();

        Remembered(long version) {
            this.version = version;
        }
    }

    /** All watches of these sensors at any time; call it in the transaction that relies on it. */
    public Found find(Set<DevEui> devEuis) {
        var version = devices.version();
        var known = remembered;
        if (known.version != version) {
            known = new Remembered(version);
            remembered = known;
        }
        var watches = known.watches;
        var missing =
                devEuis.stream().filter(devEui -> !watches.containsKey(devEui)).toList();
        if (!missing.isEmpty()) {
            watches.putAll(read(missing));
        }
        return new Found(watches);
    }

    /** Those of these assets that exist, by their id. */
    public Map<String, Asset> assets(Collection<String> ids) {
        return devices.assets(ids).stream().collect(Collectors.toMap(Asset::id, asset -> asset));
    }

    private Map<DevEui, List<Watch>> read(Collection<DevEui> missing) {
        var found = devices.of(missing);
        var assets = assets(found.stream().map(Device::assetId).collect(Collectors.toSet()));
        var watches = new HashMap<DevEui, List<Watch>>();
        missing.forEach(devEui -> watches.put(devEui, List.of()));
        found.stream()
                .collect(Collectors.groupingBy(Device::devEui))
                .forEach((devEui, list) -> watches.put(
                        devEui,
                        list.stream()
                                .map(device -> new Watch(Objects.requireNonNull(assets.get(device.assetId())), device))
                                .toList()));
        return watches;
    }

    /** What is known of some sensors. */
    public static final class Found {

        private final Map<DevEui, List<Watch>> watches;

        private Found(Map<DevEui, List<Watch>> watches) {
            this.watches = watches;
        }

        /** What the sensor watched at that time. */
        public Optional<Watch> at(DevEui devEui, Instant at) {
            return watches.getOrDefault(devEui, List.of()).stream()
                    .filter(watch -> watch.device().isValidAt(at))
                    .findFirst();
        }

        /** Whether the sensor watched anything at any time. */
        public boolean knows(DevEui devEui) {
            return !watches.getOrDefault(devEui, List.of()).isEmpty();
        }
    }
}
