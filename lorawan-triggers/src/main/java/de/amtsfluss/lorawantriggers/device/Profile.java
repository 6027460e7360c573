package de.amtsfluss.lorawantriggers.device;

import de.amtsfluss.lorawantriggers.definition.Definition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says which of our measurements a codec's fields are.
 *
 * @param name the device type for people
 * @param mappings where each quantity comes from
 */
record Profile(String name, Map<Quantity, Mapping> mappings) {

    /**
     * Where a quantity comes from.
     *
     * @param from the codec's field
     * @param conversion how its number gets into our unit
     * @param values what its words mean, empty for numbers
     * @param valid the range outside of which the sensor did not measure, in our unit
     */
    record Mapping(
            String from,
            DoubleUnaryOperator conversion,
            Map<String, Double> values,
            @Nullable Range valid) {}

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
     * Reads a {@code profile.yaml}.
     *
     * @throws IllegalStateException if anything is wrong; its message tells all of it
     */
    static Profile read(String file, String text) {
        var definition = Definition.of(file, text);
        var name = definition.text("name");
        var measurements = definition.part("measurements");
        var mappings = new EnumMap<Quantity, Mapping>(Quantity.class);
        for (var key : measurements.keys()) {
            var part = measurements.part(key);
            var quantity = Quantity.of(key);
            if (quantity.isPresent()) {
                mappings.put(quantity.get(), mapping(quantity.get(), part));
            } else {
                measurements.note("Expected a known quantity, but found '%s'".formatted(key));
            }
        }
        definition.throwIfWrong();
        return new Profile(name, mappings);
    }

    private static Mapping mapping(Quantity quantity, Definition part) {
        var unit = part.text("unit");
        var conversion = quantity.conversionFrom(unit);
        if (conversion.isEmpty()) {
            part.note("Expected a unit of %s, but found '%s'".formatted(quantity.key(), unit));
        }
        var words = part.optionalPart("values");
        var values = new LinkedHashMap<String, Double>();
        if (words != null) {
            words.keys().forEach(word -> values.put(word, words.number(word, -1e9, 1e9)));
        }
        var valid = part.optionalPart("valid");
        return new Mapping(
                part.text("from"),
                conversion.orElse(DoubleUnaryOperator.identity()),
                values,
                valid == null ? null : new Range(valid.number("min", -1e9, 1e9), valid.number("max", -1e9, 1e9)));
    }

    /** Translates a codec's object; what it does not have, or what makes no sense, is left out. */
    Decoded.Values measurements(JsonNode data, List<String> codecWarnings) {
        var found = new EnumMap<Quantity, Double>(Quantity.class);
        var warnings = new ArrayList<>(codecWarnings);
        mappings.forEach((quantity, mapping) -> {
            var node = data.path(mapping.from());
            if (node.isMissingNode() || node.isNull()) {
                return;
            }
            var value = value(mapping, node);
            if (value.isEmpty()) {
                warnings.add("'%s' is not usable as %s: %s".formatted(mapping.from(), quantity.key(), node));
            } else {
                found.put(quantity, value.getAsDouble());
            }
        });
        return new Decoded.Values(found, warnings);
    }

    private static OptionalDouble value(Mapping mapping, JsonNode node) {
        OptionalDouble value;
        if (node.isNumber()) {
            value = OptionalDouble.of(mapping.conversion().applyAsDouble(node.asDouble()));
        } else {
            var word = mapping.values().get(node.isString() ? node.stringValue() : node.toString());
            value = word == null ? OptionalDouble.empty() : OptionalDouble.of(word);
        }
        var valid = mapping.valid();
        return value.isPresent() && valid != null && !valid.contains(value.getAsDouble())
                ? OptionalDouble.empty()
                : value;
    }
}
