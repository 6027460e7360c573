package de.amtsfluss.lorawantriggers.device;

import de.amtsfluss.lorawantriggers.definition.Definition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Where a quantity comes from.
 *
 * @param from the codec's field, as the profile writes it: {@code a}, {@code a.b} or {@code a[0].b}
 * @param field the same
 * @param conversion how its number gets into our unit
 * @param offset what is added then
 * @param values what its words mean, empty if it has none
 * @param isFlag whether it tells that something is so, which a codec may also say by true and false
 * @param valid the range outside of which the sensor did not measure, in our unit
 */
record Mapping(
        String from,
        JsonPointer field,
        DoubleUnaryOperator conversion,
        double offset,
        Map<String, Double> values,
        boolean isFlag,
        @Nullable Range valid) {

    private static final Pattern PATH = Pattern.compile("[\\p{L}\\d_$-]+(\\[\\d+])*(\\.[\\p{L}\\d_$-]+(\\[\\d+])*)*");
    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");
    private static final double FURTHEST = 1e9;

    /**
     * A range.
     *
     * @param min the least, included
     * @param max the most, included
     */
    record Range(double min, double max) {

        boolean contains(double value) {
            return value >= min && value <= max;
        }
    }

    static Mapping read(Quantity quantity, Definition part) {
        var unit = part.text("unit");
        var conversion = quantity.conversionFrom(unit);
        if (conversion.isEmpty()) {
            part.note("Expected a unit of %s, but found '%s'".formatted(quantity.key(), unit));
        }
        var from = part.text("from");
        return new Mapping(
                from,
                field(from, part),
                conversion.orElse(DoubleUnaryOperator.identity()),
                part.has("offset") ? part.number("offset", -FURTHEST, FURTHEST) : 0,
                words(part.optionalPart("values")),
                quantity.unit().equals("1"),
                range(part.optionalPart("valid")));
    }

    private static JsonPointer field(String from, Definition part) {
        if (!PATH.matcher(from).matches()) {
            part.note("Expected a field like 'a.b' or 'a[0].b' at 'from', but found '%s'".formatted(from));
            return JsonPointer.empty();
        }
        return JsonPointer.compile("/" + INDEX.matcher(from).replaceAll(".$1").replace('.', '/'));
    }

    private static Map<String, Double> words(@Nullable Definition words) {
        var values = new LinkedHashMap<String, Double>();
        if (words != null) {
            words.keys().forEach(word -> values.put(word, words.number(word, -FURTHEST, FURTHEST)));
        }
        return values;
    }

    private static @Nullable Range range(@Nullable Definition range) {
        return range == null
                ? null
                : new Range(range.number("min", -FURTHEST, FURTHEST), range.number("max", -FURTHEST, FURTHEST));
    }

    /** What the codec says of it; missing or null if it says nothing. */
    JsonNode in(JsonNode data) {
        return data.at(field);
    }

    /** The value in our unit; empty if it makes no sense. */
    OptionalDouble value(JsonNode node) {
        var value = raw(node);
        return Double.isFinite(value) && (valid == null || valid.contains(value))
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }

    private double raw(JsonNode node) {
        if (!values.isEmpty()) {
            var word = values.get(node.isString() ? node.stringValue() : node.toString());
            return word == null ? Double.NaN : word;
        }
        if (node.isBoolean() && isFlag) {
            return node.booleanValue() ? 1 : 0;
        }
        return node.isNumber() ? conversion.applyAsDouble(node.asDouble()) + offset : Double.NaN;
    }
}
