package de.amtsfluss.lorawantriggers.device;

import java.util.Map;
import java.util.Optional;

/** What can be measured, each in one unit (UCUM). */
public enum Quantity {
    /** Distance from the sensor to what lies below it. */
    DISTANCE("mm", Map.of("mm", 1.0, "cm", 10.0, "m", 1000.0)),
    /** How full a container is. */
    FUELLSTAND("%", Map.of("%", 1.0)),
    /** What is left in the battery. */
    BATTERY("%", Map.of("%", 1.0)),
    /** Temperature at the sensor. */
    TEMPERATURE("Cel", Map.of("Cel", 1.0)),
    /** 1 if the sensor does not stand upright, else 0. */
    TILT("1", Map.of("1", 1.0));

    private final String unit;
    private final Map<String, Double> factors;

    Quantity(String unit, Map<String, Double> factors) {
        this.unit = unit;
        this.factors = factors;
    }

    /** The unit of every value of this quantity. */
    public String unit() {
        return unit;
    }

    /** What a value in another unit is multiplied with, empty if the unit does not belong to the quantity. */
    Optional<Double> factorFrom(String otherUnit) {
        return Optional.ofNullable(factors.get(otherUnit));
    }

    /** The quantity of that name in a definition, in lower case. */
    static Optional<Quantity> of(String name) {
        for (var quantity : values()) {
            if (quantity.key().equals(name)) {
                return Optional.of(quantity);
            }
        }
        return Optional.empty();
    }

    /** The name in definitions. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
