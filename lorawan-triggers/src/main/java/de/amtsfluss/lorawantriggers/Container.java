package de.amtsfluss.lorawantriggers;

/**
 * A waste container with the sensor that looks into it.
 *
 * @param id the number the depot uses, for example {@code BI-C-0001}; identifies it
 * @param ort street or place and district, as the crew would say it
 * @param breite latitude, WGS 84, degrees
 * @param laenge longitude, WGS 84, degrees
 * @param fraktion what is thrown in
 * @param volumenLiter what fits in, litres
 * @param sensor its sensor
 */
public record Container(
        String id, String ort, double breite, double laenge, Fraktion fraktion, int volumenLiter, Sensor sensor) {

    /**
     * Checks what can be checked without knowing other containers.
     *
     * @throws IllegalArgumentException if a value cannot be right
     */
    public Container {
        require(!id.isBlank(), "an id", id);
        require(!ort.isBlank(), "a place", ort);
        require(Math.abs(breite) <= 90, "a latitude of -90 to 90", breite);
        require(Math.abs(laenge) <= 180, "a longitude of -180 to 180", laenge);
        require(volumenLiter > 0, "a volume above 0 l", volumenLiter);
    }

    private static void require(boolean fulfilled, String wanted, Object found) {
        if (!fulfilled) {
            throw new IllegalArgumentException("Expected %s, but found '%s'".formatted(wanted, found));
        }
    }

    /** What is thrown into a container, written as in the decision tables. */
    public enum Fraktion {
        /** Residual waste. */
        Restmuell,
        /** Paper and cardboard. */
        Papier,
        /** Glass. */
        Glas,
        /** Organic waste. */
        Bio,
        /** Clothes and shoes. */
        Textil
    }

    /**
     * The sensor in the lid of a container.
     *
     * @param devEui identifies the device
     * @param typ folder of its device type, for example {@code milesight/em400-mud}
     * @param emptyDistanceMm what it measures when the container is empty, mm
     * @param fullDistanceMm what it measures when the container is full, mm
     */
    public record Sensor(DevEui devEui, String typ, int emptyDistanceMm, int fullDistanceMm) {

        /**
         * Checks that empty is farther away than full.
         *
         * @throws IllegalArgumentException if it is not
         */
        public Sensor {
            require(fullDistanceMm >= 0, "a full distance of 0 mm or more", fullDistanceMm);
            require(emptyDistanceMm > fullDistanceMm, "an empty distance above the full one", emptyDistanceMm);
        }
    }
}
