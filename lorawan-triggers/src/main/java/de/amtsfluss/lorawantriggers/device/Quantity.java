package de.amtsfluss.lorawantriggers.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What can be measured, each in one unit (UCUM). What is either so or not is a number as well: 1 if it is so, else 0.
 */
public enum Quantity {
    /** Distance from the sensor to what lies before it. */
    DISTANCE("mm"),
    /** How full a container is. */
    FILL_LEVEL("%"),
    /** What is left in the battery. */
    BATTERY("%"),
    /** Voltage of the battery. */
    BATTERY_VOLTAGE("V"),
    /** Temperature at the sensor. */
    TEMPERATURE("Cel"),
    /** Relative humidity of the air. */
    HUMIDITY("%"),
    /** 1 if the sensor does not stand upright, else 0. */
    TILT("1"),
    /** How far the sensor is from upright. */
    TILT_ANGLE("deg"),
    /** 1 if the sensor says that it burns, else 0. */
    FIRE("1"),
    /** 1 if a parking space is occupied, else 0. */
    OCCUPANCY("1"),
    /** Share of water in the volume of the soil. */
    SOIL_MOISTURE("%"),
    /** Temperature of the soil. */
    SOIL_TEMPERATURE("Cel"),
    /** Electrical conductivity of the soil. */
    SOIL_CONDUCTIVITY("uS/cm"),
    /** Height of the water above the zero of the gauge. */
    WATER_LEVEL("cm"),
    /** Fine dust up to 10 µm. */
    PM10("ug/m3"),
    /** Fine dust up to 2.5 µm. */
    PM25("ug/m3"),
    /** Carbon dioxide in the air, by volume. */
    CO2("[ppm]"),
    /** Nitrogen dioxide in the air. */
    NO2("ug/m3"),
    /** Pressure of the air. */
    PRESSURE("hPa"),
    /** Brightness. */
    LIGHT("lx"),
    /** How long a parking space has been occupied; no sensor says so, it follows from twin and clock. */
    OCCUPIED_FOR("min", true),
    /** How long a sensor has said nothing, likewise. */
    SILENT_FOR("h", true),
    /** Share of the devices of a district whose link is bad, likewise. */
    BAD_RECEPTION("%", true);

    private static final Map<String, Quantity> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Quantity::key, Function.identity()));

    private final String key;
    private final String unit;
    private final boolean derived;

    Quantity(String unit) {
        this(unit, false);
    }

    Quantity(String unit, boolean derived) {
        this.key = camelCase(name());
        this.unit = unit;
        this.derived = derived;
    }

    private static String camelCase(String name) {
        return Pattern.compile("_(.)")
                .matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** The unit of every value of this quantity. */
    public String unit() {
        return unit;
    }

    /** The name in definitions and twins, for example {@code fillLevel}. */
    public String key() {
        return key;
    }

    /** Whether no sensor measures it, because it follows from what is known of the device and the clock. */
    public boolean isDerived() {
        return derived;
    }

    /** How a value in another unit gets into ours, empty if the unit does not belong to the quantity. */
    Optional<DoubleUnaryOperator> conversionFrom(String otherUnit) {
        // That something is so cannot be said in percent.
        return unit.equals("1") && !otherUnit.equals("1") ? Optional.empty() : Ucum.conversion(otherUnit, unit);
    }

    /** The quantity of that name in a definition. */
    public static Optional<Quantity> of(String name) {
        return Optional.ofNullable(BY_KEY.get(name));
    }
}
