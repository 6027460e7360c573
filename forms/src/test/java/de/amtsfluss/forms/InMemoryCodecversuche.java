package de.amtsfluss.forms;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Codecversuche;
import java.util.List;
import java.util.Map;

/** Two device types, and a codec that answers by its source: {@code kaputt} fails. */
class InMemoryCodecversuche implements Codecversuche {

    @Override
    public List<Geraetetyp> geraetetypen(Akteur akteur) {
        return List.of(
                new Geraetetyp(
                        "milesight/em400-mud",
                        "Milesight EM400-MUD",
                        "Füllstandssensor für Abfallcontainer",
                        Map.of("distance", "mm", "temperature", "Cel", "fire", "1"),
                        0,
                        "https://www.example.org/em400-mud/%s".formatted("lang/".repeat(20))),
                new Geraetetyp(
                        "muster/fuehler", "Muster Fühler", "Probe", Map.of("soilMoisture", "%"), 3, "Datenblatt 2026"));
    }

    @Override
    public Ergebnis versuchen(Versuch versuch, Akteur akteur) {
        if (versuch.geraetetyp().isBlank() && versuch.quelltext().isBlank()) {
            return new Ergebnis.Abgelehnt(List.of(
                    Hindernis.KEIN_CODEC, versuch.port() == 0 ? Hindernis.PORT_UNGUELTIG : Hindernis.INHALT_FEHLT));
        }
        if (versuch.inhalt().contains("?")) {
            return new Ergebnis.Abgelehnt(List.of(Hindernis.INHALT_KEINE_BYTES));
        }
        if (versuch.richtung() == Richtung.DOWNLINK_BILDEN) {
            return new Ergebnis.Gerufen(
                    null, null, new Nutzlast(2, "fefe00", "/v4A"), List.of(), List.of(), List.of(), 1_250);
        }
        var gelesen = new Gelesen(Lesart.HEXADEZIMAL, 3);
        if (versuch.quelltext().contains("kaputt")) {
            return new Ergebnis.Gerufen(
                    gelesen, null, null, List.of(), List.of(), List.of("<b>zu kurz</b>", "x".repeat(200)), 320);
        }
        return new Ergebnis.Gerufen(
                gelesen,
                "{\n  \"distance\" : 270,\n  \"note\" : \"%s\"\n}".formatted("lang".repeat(40)),
                null,
                List.of(
                        new Wert("distance", 270, "mm"),
                        new Wert("fire", 0, "1"),
                        new Wert("temperature", 18.4, "Cel")),
                List.of("nur eine Probe"),
                List.of(),
                420);
    }
}
