package de.amtsfluss.forms.sensorik;

import de.amtsfluss.forms.anzeige.Anzeige;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people call the kinds of objects, what is registered of them, and the words in it. */
final class Objektnamen {

    private static final Map<String, String> ARTEN = Map.of(
            "baum", "Baum",
            "container", "Container",
            "messstelle", "Messstelle",
            "pegel", "Pegel",
            "stellplatz", "Stellplatz");

    /**
     * A name and the unit of its number.
     *
     * @param unit empty where there is none
     */
    private record Merkmal(String name, String unit) {}

    private static final Map<String, Merkmal> MERKMALE = Map.ofEntries(
            Map.entry("fraktion", new Merkmal("Fraktion", "")),
            Map.entry("volumenLiter", new Merkmal("Volumen", "l")),
            Map.entry("fahrzeug", new Merkmal("Fahrzeug", "")),
            Map.entry("meldeabstandStunden", new Merkmal("Meldet mindestens alle", "h")),
            Map.entry("baumart", new Merkmal("Baumart", "")),
            Map.entry("pflanzjahr", new Merkmal("Pflanzjahr", "")),
            Map.entry("umgebung", new Merkmal("Umgebung", "")),
            Map.entry("gewaesser", new Merkmal("Gewässer", "")),
            Map.entry("stufe1Cm", new Merkmal("Stufe 1 ab", "cm")),
            Map.entry("stufe2Cm", new Merkmal("Stufe 2 ab", "cm")),
            Map.entry("stufe3Cm", new Merkmal("Stufe 3 ab", "cm")),
            Map.entry("flaechenart", new Merkmal("Flächenart", "")),
            Map.entry("parkzone", new Merkmal("Parkzone", "")));

    private static final Map<String, String> WORDS = Map.of(
            "Restmuell", "Restmüll",
            "kurzzeit", "Kurzzeit",
            "ladesaeule", "Ladesäule",
            "lieferzone", "Lieferzone",
            "behindertenparkplatz", "Behindertenparkplatz",
            "feuerwehrzufahrt", "Feuerwehrzufahrt");

    private Objektnamen() {}

    /** A kind; itself if it is new. */
    static String art(String art) {
        return ARTEN.getOrDefault(art, art);
    }

    /** An attribute; itself if it is new. */
    static String merkmal(String merkmal) {
        var known = MERKMALE.get(merkmal);
        return known == null ? merkmal : known.name();
    }

    /** The value of an attribute with its unit; numbers without a unit are years and the like. */
    static String wert(String merkmal, @Nullable Object wert) {
        var known = MERKMALE.get(merkmal);
        if (wert instanceof BigDecimal number && known != null && !known.unit().isEmpty()) {
            return Anzeige.number(number) + " " + known.unit();
        }
        return switch (wert) {
            case null -> "";
            case Boolean yes -> yes ? "ja" : "nein";
            default -> WORDS.getOrDefault(wert.toString(), wert.toString());
        };
    }
}
