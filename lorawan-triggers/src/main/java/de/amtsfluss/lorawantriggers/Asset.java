package de.amtsfluss.lorawantriggers;

import java.util.Map;

/**
 * Something of the city that a sensor watches: a waste container, a parking space, a tree, a gauge, an air station.
 *
 * @param id the number the office uses, for example {@code BI-C-0001}; identifies it
 * @param art its kind, for example {@code container}; one of the files in {@code assets/}
 * @param ort street or place and district, as the crew would say it
 * @param breite latitude, WGS 84, degrees
 * @param laenge longitude, WGS 84, degrees
 * @param bezirk the Stadtbezirk
 * @param merkmale what else is known of it, by name: texts, numbers ({@link java.math.BigDecimal}) and booleans
 */
public record Asset(
        String id, String art, String ort, double breite, double laenge, String bezirk, Map<String, Object> merkmale) {

    /**
     * Checks what can be checked without knowing other assets, and keeps its own copy of the map.
     *
     * @throws IllegalArgumentException if a value cannot be right
     */
    public Asset {
        require(!id.isBlank(), "an id", id);
        require(!art.isBlank(), "a kind", art);
        require(!ort.isBlank(), "a place", ort);
        require(!bezirk.isBlank(), "a district", bezirk);
        require(Math.abs(breite) <= 90, "a latitude of -90 to 90", breite);
        require(Math.abs(laenge) <= 180, "a longitude of -180 to 180", laenge);
        merkmale = Map.copyOf(merkmale);
    }

    private static void require(boolean fulfilled, String wanted, Object found) {
        if (!fulfilled) {
            throw new IllegalArgumentException("Expected %s, but found '%s'".formatted(wanted, found));
        }
    }
}
