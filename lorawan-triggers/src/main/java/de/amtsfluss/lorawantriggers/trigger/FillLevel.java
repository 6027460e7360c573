package de.amtsfluss.lorawantriggers.trigger;

/** Computes how full a container is. */
final class FillLevel {

    private FillLevel() {}

    /**
     * The fill level by the calibration of the sensor.
     *
     * @param distanceMm what the sensor measures down to the waste
     * @param emptyMm what it measures when the container is empty
     * @param fullMm what it measures when the container is full
     * @return 0 to 100 with one decimal; a distance beyond the calibration counts as empty or full
     */
    static double prozent(double distanceMm, double emptyMm, double fullMm) {
        var full = (emptyMm - distanceMm) / (emptyMm - fullMm);
        return Math.round(Math.clamp(full, 0, 1) * 1000) / 10.0;
    }
}
