package de.amtsfluss.lorawantriggers.device;

import java.util.Locale;
import java.util.Optional;

/** What can be measured, each in one unit (UCUM). */
public enum Quantity {
    /** Distance from the sensor to what lies below it. */
    DISTANCE("mm"),
    /** How full a container is. */
    FUELLSTAND("%"),
    /** What is left in the battery. */
    BATTERY("%"),
    /** Temperature at the sensor. */
    TEMPERATURE("Cel"),
    /** 1 if the sensor does not stand upright, else 0. */
    TILT("1");

    private final String unit;

    Quantity(String unit) {
        this.unit = unit;
    }

    /** The unit of every value of this quantity. */
    public String unit() {
        return unit;
    }

    /** The name in definitions and twins. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a value in another unit is multiplied with, empty if the unit does not belong to the quantity. */
    Optional<Double> factorFrom(String otherUnit) {
        if (otherUnit.equals(unit)) {
            return Optional.of(1.0);
        }
        return this == DISTANCE
                ? switch (otherUnit) {
                    case "cm" -> Optional.of(10.0);
                    case "m" -> Optional.of(1000.0);
                    default -> Optional.empty();
                }
                : Optional.empty();
    }

    /** The quantity of that name in a definition. */
    static Optional<Quantity> of(String name) {
        for (var quantity : values()) {
            if (quantity.key().equals(name)) {
                return Optional.of(quantity);
            }
        }
        return Optional.empty();
    }
}
