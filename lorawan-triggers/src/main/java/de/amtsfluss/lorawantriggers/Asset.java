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
        require(!id.isBlank(), "eine id", id);
        require(!art.isBlank(), "eine art", art);
        require(!ort.isBlank(), "ein ort", ort);
        require(!bezirk.isBlank(), "ein bezirk", bezirk);
        require(Math.abs(breite) <= 90, "eine breite von -90 bis 90", breite);
        require(Math.abs(laenge) <= 180, "eine laenge von -180 bis 180", laenge);
        merkmale = Map.copyOf(merkmale);
    }

    private static void require(boolean fulfilled, String wanted, Object found) {
        if (!fulfilled) {
            throw new IllegalArgumentException("Verlangt ist %s, nicht „%s“.".formatted(wanted, found));
        }
    }
}
