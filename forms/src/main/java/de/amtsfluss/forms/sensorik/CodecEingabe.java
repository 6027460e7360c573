package de.amtsfluss.forms.sensorik;

import de.amtsfluss.processes.Codecversuche;
import de.amtsfluss.processes.Codecversuche.Hindernis;
import de.amtsfluss.processes.Codecversuche.Richtung;
import de.amtsfluss.processes.Codecversuche.Versuch;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody typed to try a codec out.
 *
 * @param angaben by the name of the field, as it was typed
 */
record CodecEingabe(Map<String, String> angaben) {

    private static final int NO_PORT = 0;

    /** Keeps its own copy. */
    CodecEingabe {
        angaben = Map.copyOf(angaben);
    }

    Versuch versuch() {
        return new Versuch(text("typ").strip(), text("quelltext"), richtung(), port(), text("nachricht"));
    }

    private String text(String field) {
        return angaben.getOrDefault(field, "");
    }

    /** The list has no other values; whoever sends one gets what the page offers first. */
    private Richtung richtung() {
        return Arrays.stream(Richtung.values())
                .filter(richtung -> richtung.name().equals(text("richtung")))
                .findFirst()
                .orElse(Richtung.UPLINK_LESEN);
    }

    private int port() {
        try {
            return Integer.parseInt(text("port").strip());
        } catch (NumberFormatException e) {
            return NO_PORT;
        }
    }

    /** A sentence per field. */
    static Map<String, String> fehler(List<Hindernis> hindernisse) {
        var fehler = new LinkedHashMap<String, String>();
        hindernisse.forEach(hindernis -> fehler.putIfAbsent(field(hindernis), sentence(hindernis)));
        return fehler;
    }

    private static String field(Hindernis hindernis) {
        return switch (hindernis) {
            case NICHT_ERLAUBT, KEIN_CODEC, TYP_UNBEKANNT -> "typ";
            case ZWEI_CODECS, QUELLTEXT_ZU_LANG -> "quelltext";
            case PORT_UNGUELTIG -> "port";
            case INHALT_FEHLT, INHALT_KEINE_BYTES, INHALT_ZU_LANG, INHALT_KEIN_JSON -> "nachricht";
        };
    }

    private static String sentence(Hindernis hindernis) {
        return switch (hindernis) {
            case NICHT_ERLAUBT -> "Dafür fehlt die Berechtigung.";
            case KEIN_CODEC -> "Bitte wählen Sie einen Gerätetyp oder fügen Sie einen Quelltext ein.";
            case TYP_UNBEKANNT -> "Diesen Gerätetyp gibt es nicht oder nicht mehr.";
            case ZWEI_CODECS ->
                "Bitte nur eines von beiden: Wählen Sie oben „eigener Quelltext“ oder leeren Sie dieses Feld.";
            case QUELLTEXT_ZU_LANG ->
                "Der Quelltext darf höchstens %d Zeichen haben.".formatted(Codecversuche.LONGEST_SOURCE);
            case PORT_UNGUELTIG -> "Bitte geben Sie einen Port von 1 bis 223 an.";
            case INHALT_FEHLT -> "Bitte geben Sie die Bytes oder, um einen Downlink zu bilden, den Befehl an.";
            case INHALT_KEINE_BYTES ->
                "Das ist weder hexadezimal (zum Beispiel 01 75 5C) noch Base64 (zum Beispiel AXVc).";
            case INHALT_ZU_LANG -> "Eine Nachricht hat höchstens 242 Bytes.";
            case INHALT_KEIN_JSON ->
                "Das ist kein JSON. Ein Befehl sieht zum Beispiel so aus: {\"command\": \"reset\"}";
        };
    }
}
