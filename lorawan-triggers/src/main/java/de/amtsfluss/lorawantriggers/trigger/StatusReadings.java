package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.event.DeviceEvent;
import de.amtsfluss.lorawantriggers.event.DeviceEventListener;
import de.amtsfluss.lorawantriggers.registry.Watches;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes what a device tells the network server of its battery (LoRaWAN: DevStatusAns) as a reading. */
@Component
class StatusReadings implements DeviceEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(StatusReadings.class);

    private final Watches watches;
    private final Twins twins;
    private final ReadingTriggers triggers;

    StatusReadings(Watches watches, Twins twins, ReadingTriggers triggers) {
        this.watches = watches;
        this.twins = twins;
        this.triggers = triggers;
    }

    @Override
    public void on(DeviceEvent event) {
        var battery = event.batteryPercent();
        if (event.type() != DeviceEvent.Type.STATUS || battery == null) {
            return;
        }
        var watch = watches.find(Set.of(event.devEui())).at(event.devEui(), event.at());
        if (watch.isEmpty()) {
            return;
        }
        var asset = watch.get().asset();
        var known = twins.lock(List.of(asset.id()));
        var changed = triggers.begin(known.twins())
                .take(
                        known.twin(asset.id()).with(Quantity.BATTERY, battery, event.at()),
                        asset,
                        Set.of(Quantity.BATTERY),
                        event.devEui(),
                        event.at(),
                        sentence -> LOG.error("{}", sentence));
        twins.save(known, List.of(changed));
    }
}
