package de.amtsfluss.lorawantriggers.device;

import de.amtsfluss.lorawantriggers.definition.Definition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Where a quantity comes from.
 *
 * @param quantity the quantity
 * @param fields the ways to the codec's fields; the first that is there counts
 * @param factor what the codec's number is multiplied by to be one of the unit
 * @param conversion how it gets into our unit then
 * @param offset what is added then
 * @param values what its words mean, empty if it has none
 * @param valid the range outside of which the sensor did not measure, in our unit
 */
record Mapping(
        Quantity quantity,
        Map<String, FieldPath> fields,
        double factor,
        DoubleUnaryOperator conversion,
        double offset,
        Map<String, Double> values,
        @Nullable Range valid) {

    private static final double FURTHEST = 1e9;

    /** Hides what is only an error of the binary arithmetic. */
    private static final double PRECISION = 1e9;

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

    /**
     * What a codec says.
     *
     * @param from where
     * @param node what, missing if it says nothing
     */
    record Said(String from, JsonNode node) {}

    static Mapping read(Quantity quantity, Definition part) {
        var unit = part.text("unit");
        var conversion = quantity.conversionFrom(unit);
        if (conversion.isEmpty()) {
            part.note("Expected a unit of %s, but found '%s'".formatted(quantity.key(), unit));
        }
        return new Mapping(
                quantity,
                fields(part.oneOrMore("from"), part),
                part.has("factor") ? part.number("factor", -FURTHEST, FURTHEST) : 1,
                conversion.orElse(DoubleUnaryOperator.identity()),
                part.has("offset") ? part.number("offset", -FURTHEST, FURTHEST) : 0,
                words(part.optionalPart("values")),
                range(part.optionalPart("valid")));
    }

    private static Map<String, FieldPath> fields(List<String> from, Definition part) {
        var fields = new LinkedHashMap<String, FieldPath>();
        for (var text : from) {
            FieldPath.of(text)
                    .ifPresentOrElse(
                            path -> fields.put(text, path),
                            () -> part.note("Expected a field like 'a.b', 'a[0].b' or '/a/b' at 'from', but found '%s'"
                                    .formatted(text)));
        }
        return fields;
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

    /** What the codec says of it in the first of the fields that it has. */
    Said in(JsonNode data) {
        for (var field : fields.entrySet()) {
            var node = field.getValue().in(data);
            if (!node.isMissingNode() && !node.isNull()) {
                return new Said(field.getKey(), node);
            }
        }
        return new Said("", MissingNode.getInstance());
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
        if (node.isBoolean() && quantity.unit().equals("1")) {
            return node.booleanValue() ? 1 : 0;
        }
        if (node.isNumber()) {
            return converted(node.asDouble(), conversion);
        }
        return node.isString()
                ? SaidNumber.of(node.stringValue())
                        .flatMap(said ->
                                said.conversionTo(quantity, conversion).map(own -> converted(said.value(), own)))
                        .orElse(Double.NaN)
                : Double.NaN;
    }

    private double converted(double value, DoubleUnaryOperator into) {
        var scaled = factor == 1 ? value : Math.rint(value * factor * PRECISION) / PRECISION;
        return into.applyAsDouble(scaled) + offset;
    }
}
