package de.amtsfluss.forms.sensorik;

import de.amtsfluss.forms.anzeige.Angabe;
import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Sensorik.Auftrag;
import de.amtsfluss.processes.Sensorik.Funk;
import de.amtsfluss.processes.Sensorik.Messwert;
import de.amtsfluss.processes.Sensorik.Sensor;
import de.amtsfluss.processes.Sensorik.Sensorblatt;
import de.amtsfluss.processes.Sensorik.UnzustellbareMeldung;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An object that a sensor watches, as the pages show it. */
record SensorSicht(
        String objekt,
        String art,
        String ort,
        String zuletzt,
        List<Angabe> angaben,
        List<Angabe> funk,
        List<Angabe> messwerte,
        List<String> sensoren,
        List<String> ausbaubar,
        List<String> auftraege) {

    /** What the quantities of the triggers' files are called. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("distance", "Abstand"),
            Map.entry("fillLevel", "Füllstand"),
            Map.entry("battery", "Batterie"),
            Map.entry("batteryVoltage", "Batteriespannung"),
            Map.entry("temperature", "Temperatur"),
            Map.entry("humidity", "Luftfeuchte"),
            Map.entry("tilt", "Gekippt"),
            Map.entry("tiltAngle", "Neigung"),
            Map.entry("fire", "Feuer"),
            Map.entry("occupancy", "Belegt"),
            Map.entry("soilMoisture", "Bodenfeuchte"),
            Map.entry("soilTemperature", "Bodentemperatur"),
            Map.entry("soilConductivity", "Leitfähigkeit des Bodens"),
            Map.entry("waterLevel", "Wasserstand"),
            Map.entry("pm10", "Feinstaub PM10"),
            Map.entry("pm25", "Feinstaub PM2,5"),
            Map.entry("co2", "Kohlendioxid"),
            Map.entry("no2", "Stickstoffdioxid"),
            Map.entry("pressure", "Luftdruck"),
            Map.entry("light", "Helligkeit"));

    private static final Map<String, String> UNITS =
            Map.of("Cel", "°C", "[ppm]", "ppm", "ug/m3", "µg/m³", "uS/cm", "µS/cm", "deg", "°", "1", "");

    /** What the reasons of dead letters mean. */
    static SensorSicht of(Sensorblatt blatt) {
        var funk = blatt.funk();
        return new SensorSicht(
                blatt.objekt(),
                Objektnamen.art(blatt.art()),
                blatt.ort(),
                funk == null ? "noch nie" : Anzeige.dateTime(funk.zuletzt()),
                angaben(blatt),
                funk == null ? List.of() : funk(funk),
                blatt.messwerte().stream().map(SensorSicht::messwert).toList(),
                blatt.sensoren().stream().map(SensorSicht::sensor).toList(),
                blatt.sensoren().stream()
                        .filter(sensor -> sensor.gueltigBis() == null)
                        .map(Sensor::devEui)
                        .toList(),
                blatt.auftraege().stream().map(SensorSicht::auftrag).toList());
    }

    private static List<Angabe> angaben(Sensorblatt blatt) {
        var angaben = new ArrayList<Angabe>();
        angaben.add(new Angabe("Art", Objektnamen.art(blatt.art())));
        angaben.add(new Angabe("Ort", blatt.ort()));
        angaben.add(new Angabe("Stadtbezirk", blatt.bezirk()));
        angaben.add(new Angabe(
                "Lage", "%s° N, %s° O".formatted(Anzeige.number(blatt.breite()), Anzeige.number(blatt.laenge()))));
        new TreeMap<>(blatt.merkmale())
                .forEach((name, value) ->
                        angaben.add(new Angabe(Objektnamen.merkmal(name), Objektnamen.wert(name, value))));
        return angaben;
    }

    private static List<Angabe> funk(Funk funk) {
        return List.of(
                new Angabe("Zuletzt gehört", Anzeige.dateTime(funk.zuletzt())),
                new Angabe("Signalstärke", withUnit(funk.rssi(), "dBm")),
                new Angabe("Signal-Rausch-Abstand", withUnit(funk.snr(), "dB")),
                new Angabe("Meldungen empfangen", Anzeige.number(funk.empfangen())),
                new Angabe("Meldungen verloren", Anzeige.number(funk.verloren())),
                new Angabe("Verlust zuletzt", withUnit(funk.verlustProzent(), "%")));
    }

    private static String withUnit(@Nullable Number number, String unit) {
        return number == null ? "unbekannt" : Anzeige.number(number) + " " + unit;
    }

    private static Angabe messwert(Messwert wert) {
        return new Angabe(
                name(wert.groesse()),
                "%s (%s)".formatted(value(wert.wert(), wert.einheit()), Anzeige.dateTime(wert.am())));
    }

    /** What a quantity is called. */
    static String name(String groesse) {
        return NAMES.getOrDefault(groesse, groesse);
    }

    /** A unit as people write it; empty for what is either so or not. */
    static String unit(String einheit) {
        return UNITS.getOrDefault(einheit, einheit);
    }

    /** A value with its unit. */
    static String value(double wert, String einheit) {
        return einheit.equals("1") ? (wert > 0 ? "ja" : "nein") : Anzeige.number(wert) + " " + unit(einheit);
    }

    private static String sensor(Sensor sensor) {
        var until = sensor.gueltigBis();
        return "%s, %s, seit %s%s"
                .formatted(
                        sensor.devEui(),
                        sensor.typ(),
                        Anzeige.dateTime(sensor.gueltigAb()),
                        until == null ? "" : " bis " + Anzeige.dateTime(until));
    }

    private static String auftrag(Auftrag auftrag) {
        return "%s, ausgelöst %s".formatted(auftrag.verfahren(), Anzeige.dateTime(auftrag.am()));
    }

    /** A message that could not be used, as the page shows it. */
    record Zeile(String id, String grund, String satz, String am, String devEui, String inhalt, String stand) {

        static Zeile of(UnzustellbareMeldung meldung) {
            var handledAt = meldung.bearbeitetAm();
            return new Zeile(
                    meldung.id().toString(),
                    Hinderungsgruende.satz(meldung.grund()),
                    "%s: %s".formatted(meldung.grund(), meldung.satz()),
                    Anzeige.dateTime(meldung.am()),
                    meldung.devEui() == null ? "unbekannt" : meldung.devEui(),
                    meldung.inhalt(),
                    switch (meldung.stand()) {
                        case OFFEN -> "offen";
                        case WIEDERHOLT -> "wiederholt " + (handledAt == null ? "" : Anzeige.dateTime(handledAt));
                        case VERWORFEN -> "verworfen " + (handledAt == null ? "" : Anzeige.dateTime(handledAt));
                    });
        }
    }
}
