package de.amtsfluss.lorawantriggers.device;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;

/**
 * A number that a codec gives as text: {@code "23.5"}, {@code "2000 mm"}, {@code "21.4°C"}, {@code "2.9(low battery)"}.
 *
 * @param value the number
 * @param unit the rest of the text without a remark in brackets, empty if there is none
 */
record SaidNumber(double value, String unit) {

    private static final Pattern FORM = Pattern.compile(
            "\\s*([-+]?(?:\\d{1,15}(?:\\.\\d{0,15})?|\\.\\d{1,15})(?:[eE][-+]?\\d{1,2})?)\\s*([^()]{0,20}?)\\s*(?:\\([^()]{0,40}\\))?\\s*");

    /** How codecs write units that UCUM writes in another way. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("°C", "Cel"),
            Map.entry("℃", "Cel"),
            Map.entry("C", "Cel"),
            Map.entry("degC", "Cel"),
            Map.entry("°F", "[degF]"),
            Map.entry("℉", "[degF]"),
            Map.entry("F", "[degF]"),
            Map.entry("%RH", "%"),
            Map.entry("% RH", "%"),
            Map.entry("RH", "%"),
            Map.entry("Volt", "V"),
            Map.entry("v", "V"),
            Map.entry("volts", "V"),
            Map.entry("°", "deg"),
            Map.entry("ppm", "[ppm]"),
            Map.entry("ppb", "[ppb]"),
            Map.entry("lux", "lx"),
            Map.entry("Lux", "lx"),
            Map.entry("µg/m³", "ug/m3"),
            Map.entry("μg/m³", "ug/m3"),
            Map.entry("µg/m3", "ug/m3"),
            Map.entry("ug/m³", "ug/m3"),
            Map.entry("us/cm", "uS/cm"),
            Map.entry("µS/cm", "uS/cm"),
            Map.entry("μS/cm", "uS/cm"));

    /** The number of a text, empty if it is none. */
    static Optional<SaidNumber> of(String text) {
        var found = FORM.matcher(text);
        return found.matches()
                ? Optional.of(new SaidNumber(Double.parseDouble(found.group(1)), found.group(2)))
                : Optional.empty();
    }

    /**
     * How the number gets into the unit of a quantity; empty if its own unit is not one of it.
     *
     * @param otherwise what holds if the text names no unit
     */
    Optional<DoubleUnaryOperator> conversionTo(Quantity quantity, DoubleUnaryOperator otherwise) {
        return unit.isEmpty() ? Optional.of(otherwise) : quantity.conversionFrom(WORDS.getOrDefault(unit, unit));
    }
}
