package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.Container.Sensor;

/** Computes how full a container is. */
final class FillLevel {

    private FillLevel() {}

    /**
     * The fill level by the calibration of the sensor.
     *
     * @param distanceMm what the sensor measures down to the waste
     * @return 0 to 100 with one decimal; a distance beyond the calibration counts as empty or full
     */
    static double prozent(double distanceMm, Sensor sensor) {
        var full = (sensor.emptyDistanceMm() - distanceMm) / (sensor.emptyDistanceMm() - sensor.fullDistanceMm());
        return Math.round(Math.clamp(full, 0, 1) * 1000) / 10.0;
    }
}
