package de.amtsfluss.lorawantriggers.device;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The units of UCUM (The Unified Code for Units of Measure, case sensitive) that device profiles may name. */
final class Ucum {

    private static final double KELVIN_AT_0_CEL = 273.15;
    private static final double KELVIN_AT_0_FAHRENHEIT = 459.67 * 5 / 9;

    /** Hides what is only an error of the binary arithmetic, such as 25.700000000000045. */
    private static final double PRECISION = 1e9;

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("mm", new Unit(Dimension.LENGTH, 1)),
            Map.entry("cm", new Unit(Dimension.LENGTH, 10)),
            Map.entry("dm", new Unit(Dimension.LENGTH, 100)),
            Map.entry("m", new Unit(Dimension.LENGTH, 1_000)),
            Map.entry("[in_i]", new Unit(Dimension.LENGTH, 25.4)),
            Map.entry("[ft_i]", new Unit(Dimension.LENGTH, 304.8)),
            Map.entry("[ppb]", new Unit(Dimension.NUMBER, 0.001)),
            Map.entry("[ppm]", new Unit(Dimension.NUMBER, 1)),
            Map.entry("%", new Unit(Dimension.NUMBER, 10_000)),
            Map.entry("1", new Unit(Dimension.NUMBER, 1_000_000)),
            Map.entry("mV", new Unit(Dimension.VOLTAGE, 1)),
            Map.entry("V", new Unit(Dimension.VOLTAGE, 1_000)),
            Map.entry("K", new Unit(Dimension.TEMPERATURE, 1)),
            Map.entry("Cel", new Unit(Dimension.TEMPERATURE, 1, KELVIN_AT_0_CEL)),
            Map.entry("[degF]", new Unit(Dimension.TEMPERATURE, 5.0 / 9, KELVIN_AT_0_FAHRENHEIT)),
            Map.entry("deg", new Unit(Dimension.ANGLE, Math.PI / 180)),
            Map.entry("rad", new Unit(Dimension.ANGLE, 1)),
            Map.entry("Pa", new Unit(Dimension.PRESSURE, 1)),
            Map.entry("hPa", new Unit(Dimension.PRESSURE, 100)),
            Map.entry("mbar", new Unit(Dimension.PRESSURE, 100)),
            Map.entry("kPa", new Unit(Dimension.PRESSURE, 1_000)),
            Map.entry("bar", new Unit(Dimension.PRESSURE, 100_000)),
            Map.entry("ug/m3", new Unit(Dimension.CONCENTRATION, 1)),
            Map.entry("mg/m3", new Unit(Dimension.CONCENTRATION, 1_000)),
            Map.entry("g/m3", new Unit(Dimension.CONCENTRATION, 1_000_000)),
            Map.entry("uS/cm", new Unit(Dimension.CONDUCTIVITY, 1)),
            Map.entry("mS/m", new Unit(Dimension.CONDUCTIVITY, 10)),
            Map.entry("mS/cm", new Unit(Dimension.CONDUCTIVITY, 1_000)),
            Map.entry("dS/m", new Unit(Dimension.CONDUCTIVITY, 1_000)),
            Map.entry("S/m", new Unit(Dimension.CONDUCTIVITY, 10_000)),
            Map.entry("lx", new Unit(Dimension.ILLUMINANCE, 1)),
            Map.entry("klx", new Unit(Dimension.ILLUMINANCE, 1_000)),
            Map.entry("s", new Unit(Dimension.TIME, 1)),
            Map.entry("min", new Unit(Dimension.TIME, 60)),
            Map.entry("h", new Unit(Dimension.TIME, 3_600)),
            Map.entry("d", new Unit(Dimension.TIME, 86_400)));

    private Ucum() {}

    /** How a value gets from one unit into another; empty if one is unknown or they do not measure the same. */
    static Optional<DoubleUnaryOperator> conversion(String from, String to) {
        var source = UNITS.get(from);
        var target = UNITS.get(to);
        if (source == null || target == null || source.dimension() != target.dimension()) {
            return Optional.empty();
        }
        if (from.equals(to)) {
            return Optional.of(DoubleUnaryOperator.identity());
        }
        return Optional.of(value ->
                Math.rint((value * source.scale() + source.zero() - target.zero()) / target.scale() * PRECISION)
                        / PRECISION);
    }

    private enum Dimension {
        LENGTH,
        NUMBER,
        VOLTAGE,
        TEMPERATURE,
        ANGLE,
        PRESSURE,
        CONCENTRATION,
        CONDUCTIVITY,
        ILLUMINANCE,
        TIME
    }

    /**
     * A unit, told by another of its dimension.
     *
     * @param scale how many of the other one is
     * @param zero how many of the other there are at 0
     */
    private record Unit(Dimension dimension, double scale, double zero) {

        Unit(Dimension dimension, double scale) {
            this(dimension, scale, 0);
        }
    }
}
