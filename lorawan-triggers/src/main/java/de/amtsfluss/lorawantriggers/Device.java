package de.amtsfluss.lorawantriggers;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sensor for the time it watches an asset.
 *
 * @param devEui identifies the sensor
 * @param typ folder of its device type, for example {@code milesight/em400-mud}
 * @param assetId the asset
 * @param kalibrierung numbers that belong to this sensor at this place, by name: {@code emptyDistanceMm} and
 *     {@code fullDistanceMm} for a fill level
 * @param variablen what its codec gets as {@code input.variables}
 * @param gueltigAb from when on it watches the asset
 * @param gueltigBis until when, absent while it does
 */
public record Device(
        DevEui devEui,
        String typ,
        String assetId,
        Map<String, Double> kalibrierung,
        Map<String, String> variablen,
        Instant gueltigAb,
        @Nullable Instant gueltigBis) {

    /** What a sensor measures when the container is empty, mm. */
    public static final String EMPTY_DISTANCE = "emptyDistanceMm";

    /** What a sensor measures when the container is full, mm. */
    public static final String FULL_DISTANCE = "fullDistanceMm";

    /**
     * Checks the times and the calibration, and keeps its own copies of the maps.
     *
     * @throws IllegalArgumentException if a value cannot be right
     */
    public Device {
        kalibrierung = Map.copyOf(kalibrierung);
        variablen = Map.copyOf(variablen);
        if (gueltigBis != null && !gueltigBis.isAfter(gueltigAb)) {
            throw new IllegalArgumentException("Der Einsatz eines Sensors, der am %s beginnt, kann nicht am %s enden."
                    .formatted(gueltigAb, gueltigBis));
        }
        checkDistances(kalibrierung.get(EMPTY_DISTANCE), kalibrierung.get(FULL_DISTANCE));
    }

    private static void checkDistances(@Nullable Double empty, @Nullable Double full) {
        if ((empty == null) != (full == null)) {
            throw new IllegalArgumentException(
                    "Von %s und %s muss beides oder keines angegeben sein.".formatted(EMPTY_DISTANCE, FULL_DISTANCE));
        }
        if (empty != null && full != null && (full < 0 || empty <= full)) {
            throw new IllegalArgumentException(
                    "Der Abstand im leeren Zustand muss größer sein als der im vollen und dieser mindestens 0 mm, nicht %s und %s."
                            .formatted(empty, full));
        }
    }

    /** Whether it watches the asset at that time. */
    public boolean isValidAt(Instant at) {
        var end = gueltigBis;
        return !at.isBefore(gueltigAb) && (end == null || at.isBefore(end));
    }
}
