package de.amtsfluss.lorawantriggers.registry;

import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.Device;
import de.amtsfluss.lorawantriggers.definition.Definition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is registered of a kind of asset, as written in {@code assets/‹art›.yaml}.
 *
 * @param art its name in the register
 * @param name the kind for people
 * @param merkmale the attributes of such an asset
 * @param kalibrierung the names of the numbers that a sensor of such an asset may be calibrated by
 */
record AssetKind(String art, String name, Map<String, Merkmal> merkmale, List<String> kalibrierung) {

    /**
     * What an attribute may be.
     *
     * @param texts the texts it may be, empty for any
     * @param range the numbers it may be, absent if it is a text
     * @param optional whether it may be missing
     */
    record Merkmal(List<String> texts, @Nullable Range range, boolean optional) {}

    /**
     * A range of numbers.
     *
     * @param min the least, included
     * @param max the most, included
     */
    record Range(double min, double max) {}

    /**
     * Reads a definition.
     *
     * @param file its name, which must be that of the kind
     * @throws IllegalStateException if anything is wrong; its message tells all of it
     */
    static AssetKind read(String file, String text) {
        var definition = Definition.of(file, text);
        var art = definition.text("art");
        if (!file.endsWith("/" + art + ".yaml")) {
            definition.note("Expected the file to be named after its art '%s'".formatted(art));
        }
        var part = definition.part("merkmale");
        var merkmale = new LinkedHashMap<String, Merkmal>();
        part.keys().forEach(key -> merkmale.put(key, merkmal(part.part(key))));
        var kind = new AssetKind(art, definition.text("name"), merkmale, definition.texts("kalibrierung"));
        definition.throwIfWrong();
        return kind;
    }

    private static Merkmal merkmal(Definition part) {
        var optional = part.flag("optional");
        if (part.keys().contains("min")) {
            return new Merkmal(
                    List.of(), new Range(part.number("min", -1e9, 1e9), part.number("max", -1e9, 1e9)), optional);
        }
        return new Merkmal(part.keys().contains("text") ? part.texts("text") : List.of(), null, optional);
    }

    /** Everything that is wrong with an asset and its sensor, empty if nothing is. */
    List<String> findings(Asset asset, Device device) {
        var findings = new ArrayList<String>();
        merkmale.forEach((key, merkmal) -> check(key, merkmal, asset.merkmale().get(key), findings));
        asset.merkmale().keySet().stream()
                .filter(key -> !merkmale.containsKey(key))
                .forEach(key -> findings.add("Das Merkmal „%s“ gibt es bei der Art „%s“ nicht; bekannt sind %s."
                        .formatted(key, art, merkmale.keySet())));
        device.kalibrierung().keySet().stream()
                .filter(key -> !kalibrierung.contains(key))
                .forEach(key -> findings.add("Die Kalibrierung „%s“ gibt es bei der Art „%s“ nicht; bekannt sind %s."
                        .formatted(key, art, kalibrierung)));
        return findings;
    }

    private static void check(String key, Merkmal merkmal, @Nullable Object value, List<String> findings) {
        if (value == null) {
            if (!merkmal.optional()) {
                findings.add("Das Merkmal „%s“ fehlt.".formatted(key));
            }
            return;
        }
        var range = merkmal.range();
        if (range != null) {
            if (!(value instanceof BigDecimal number)
                    || number.doubleValue() < range.min()
                    || number.doubleValue() > range.max()) {
                findings.add("Das Merkmal „%s“ muss eine Zahl von %s bis %s sein, nicht „%s“."
                        .formatted(key, range.min(), range.max(), value));
            }
        } else if (!merkmal.texts().isEmpty() && !merkmal.texts().contains(String.valueOf(value))) {
            findings.add("Das Merkmal „%s“ muss eines von %s sein, nicht „%s“.".formatted(key, merkmal.texts(), value));
        }
    }
}
