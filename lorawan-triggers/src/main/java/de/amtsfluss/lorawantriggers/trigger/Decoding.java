package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.device.Decoded;
import de.amtsfluss.lorawantriggers.device.DeviceTypes;
import de.amtsfluss.lorawantriggers.registry.Watches.Watch;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import org.springframework.stereotype.Component;

/** Reads what the payload of an uplink says of the asset that its sensor watches. */
@Component
class Decoding {

    private final DeviceTypes types;

    Decoding(DeviceTypes types) {
        this.types = types;
    }

    /** The measurements with what follows from them; failed too if the device type is not installed. */
    Decoded decode(Uplink uplink, Watch watch) {
        var device = watch.device();
        var type = types.find(device.typ());
        if (type.isEmpty()) {
            return new Decoded.Failed(
                    "Expected device type '%s' to be installed, but it is not".formatted(device.typ()));
        }
        return switch (type.get().decode(uplink.bytes(), uplink.fPort(), uplink.receivedAt(), device.variablen())) {
            case Decoded.Failed failed -> failed;
            case Decoded.Values values ->
                new Decoded.Values(Derived.of(values.measurements(), device, uplink), values.warnings());
        };
    }
}
