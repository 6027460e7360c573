package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.Device;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.util.EnumMap;
import java.util.Map;

/** What follows from measurements and the calibration of the sensor. */
final class Derived {

    private static final String SENSOR_HEIGHT = "sensorHeightCm";

    private Derived() {}

    /**
     * The measurements and what follows from them; the network server's word on the battery where there is no other.
     */
    static Map<Quantity, Double> of(Map<Quantity, Double> measured, Device device, Uplink uplink) {
        var all = new EnumMap<Quantity, Double>(Quantity.class);
        all.putAll(measured);
        var battery = uplink.batteryPercent();
        if (battery != null) {
            all.putIfAbsent(Quantity.BATTERY, battery);
        }
        var distance = measured.get(Quantity.DISTANCE);
        if (distance != null) {
            var empty = device.kalibrierung().get(Device.EMPTY_DISTANCE);
            var full = device.kalibrierung().get(Device.FULL_DISTANCE);
            if (empty != null && full != null) {
                all.put(Quantity.FILL_LEVEL, FillLevel.prozent(distance, empty, full));
            }
            var height = device.kalibrierung().get(SENSOR_HEIGHT);
            if (height != null) {
                all.put(Quantity.WATER_LEVEL, height - distance / 10);
            }
        }
        return all;
    }
}
