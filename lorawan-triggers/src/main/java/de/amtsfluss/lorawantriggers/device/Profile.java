package de.amtsfluss.lorawantriggers.device;

import de.amtsfluss.lorawantriggers.codec.CodecCall;
import de.amtsfluss.lorawantriggers.definition.Definition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says what a device type is, and which of our measurements a codec's fields are.
 *
 * @param name the model for people
 * @param vendor who makes it, empty if it is not said
 * @param description what it is for, in German, likewise
 * @param source where the vendor describes the payload, likewise
 * @param interval how often a device reports at least, absent if it is not known
 * @param pooled whether calls may follow each other in one context, absent if it is not said
 * @param variables what may be said of a single device, with what holds if it is not said
 * @param downlinks what can be said to a device
 * @param mappings where each quantity comes from
 */
record Profile(
        String name,
        String vendor,
        String description,
        String source,
        @Nullable Duration interval,
        @Nullable Boolean pooled,
        Map<String, String> variables,
        Map<String, Downlink> downlinks,
        Map<Quantity, Mapping> mappings) {

    /**
     * Something that can be said to a device.
     *
     * @param fPort the port where the codec names none
     * @param data what the codec makes the payload of
     * @param title what people call it, in German; its name if it is not said
     */
    record Downlink(int fPort, Map<String, @Nullable Object> data, String title) {}

    /**
     * Reads a {@code profile.yaml}.
     *
     * @throws IllegalStateException if anything is wrong; its message tells all of it
     */
    static Profile read(String file, String text) {
        var definition = Definition.of(file, text);
        var profile = new Profile(
                definition.text("name"),
                optional(definition, "vendor"),
                optional(definition, "description"),
                optional(definition, "source"),
                definition.has("interval") ? definition.duration("interval") : null,
                definition.has("pooled") ? definition.flag("pooled") : null,
                variables(definition.optionalPart("variables")),
                downlinks(definition.optionalPart("downlinks")),
                mappings(definition.part("measurements")));
        definition.throwIfWrong();
        return profile;
    }

    private static String optional(Definition definition, String key) {
        return Objects.requireNonNullElse(definition.optionalText(key), "");
    }

    private static Map<String, String> variables(@Nullable Definition part) {
        var variables = new LinkedHashMap<String, String>();
        if (part != null) {
            part.raw().forEach((name, value) -> variables.put(name, value.toString()));
        }
        return variables;
    }

    private static Map<String, Downlink> downlinks(@Nullable Definition part) {
        var downlinks = new LinkedHashMap<String, Downlink>();
        if (part != null) {
            for (var name : part.keys()) {
                var downlink = part.part(name);
                downlinks.put(
                        name,
                        new Downlink(
                                downlink.has("fPort") ? downlink.integer("fPort", 1, CodecCall.LAST_PORT) : 1,
                                downlink.part("data").content(),
                                Objects.requireNonNullElse(downlink.optionalText("title"), name)));
            }
        }
        return downlinks;
    }

    private static Map<Quantity, Mapping> mappings(Definition measurements) {
        var mappings = new EnumMap<Quantity, Mapping>(Quantity.class);
        for (var key : measurements.keys()) {
            var part = measurements.part(key);
            var quantity = Quantity.of(key);
            if (quantity.isEmpty()) {
                measurements.note("Expected a known quantity, but found '%s'".formatted(key));
            } else if (quantity.get().isDerived()) {
                measurements.note("Expected a quantity that a sensor can measure, but found '%s'".formatted(key));
            } else {
                mappings.put(quantity.get(), Mapping.read(quantity.get(), part));
            }
        }
        return mappings;
    }

    /** The variables of a device, and of the profile where the device has none. */
    Map<String, String> variablesWith(Map<String, String> device) {
        if (variables.isEmpty()) {
            return device;
        }
        var all = new LinkedHashMap<>(variables);
        all.putAll(device);
        return all;
    }

    /** Translates a codec's object; what it does not have, or what makes no sense, is left out. */
    Decoded.Values measurements(JsonNode data, List<String> codecWarnings) {
        var found = new EnumMap<Quantity, Double>(Quantity.class);
        var warnings = new ArrayList<>(codecWarnings);
        mappings.forEach((quantity, mapping) -> {
            var said = mapping.in(data);
            if (said.node().isMissingNode()) {
                return;
            }
            mapping.value(said.node())
                    .ifPresentOrElse(
                            value -> found.put(quantity, value),
                            () -> warnings.add("'%s' is not usable as %s: %s"
                                    .formatted(
                                            said.from(),
                                            quantity.key(),
                                            shortened(said.node().toString()))));
        });
        return new Decoded.Values(found, warnings);
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
