package de.amtsfluss.forms.sensorik;

import de.amtsfluss.forms.anzeige.Angabe;
import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Codecversuche.Ergebnis.Gerufen;
import de.amtsfluss.processes.Codecversuche.Gelesen;
import de.amtsfluss.processes.Codecversuche.Nutzlast;
import de.amtsfluss.processes.Codecversuche.Wert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a trial, as the page shows it.
 *
 * @param gelungen whether the codec did its work
 * @param gelesen how the bytes were understood, absent if a command was given
 * @param daten what the codec says
 * @param nutzlast the payload it made; empty if it made none
 */
record VersuchSicht(
        boolean gelungen,
        @Nullable String gelesen,
        @Nullable String daten,
        List<Angabe> nutzlast,
        List<Angabe> messwerte,
        List<String> warnungen,
        List<String> fehler,
        String dauer) {

    static VersuchSicht of(Gerufen gerufen) {
        var gelesen = gerufen.gelesen();
        var nutzlast = gerufen.nutzlast();
        return new VersuchSicht(
                gerufen.fehler().isEmpty(),
                gelesen == null ? null : gelesen(gelesen),
                gerufen.daten(),
                nutzlast == null ? List.of() : nutzlast(nutzlast),
                gerufen.messwerte().stream().map(VersuchSicht::messwert).toList(),
                gerufen.warnungen(),
                gerufen.fehler(),
                Anzeige.number(gerufen.mikrosekunden() / 1_000.0) + " ms");
    }

    private static String gelesen(Gelesen gelesen) {
        return "Verstanden als %s, %d %s."
                .formatted(
                        switch (gelesen.lesart()) {
                            case HEXADEZIMAL -> "Hexadezimal";
                            case BASE64 -> "Base64";
                        },
                        gelesen.anzahl(),
                        gelesen.anzahl() == 1 ? "Byte" : "Bytes");
    }

    private static List<Angabe> nutzlast(Nutzlast nutzlast) {
        return List.of(
                new Angabe("Port", Anzeige.number(nutzlast.port())),
                new Angabe("Hexadezimal", nutzlast.hex().isEmpty() ? "keine Bytes" : nutzlast.hex()),
                new Angabe("Base64", nutzlast.base64().isEmpty() ? "keine Bytes" : nutzlast.base64()));
    }

    private static Angabe messwert(Wert wert) {
        return new Angabe(SensorSicht.name(wert.groesse()), SensorSicht.value(wert.wert(), wert.einheit()));
    }
}
