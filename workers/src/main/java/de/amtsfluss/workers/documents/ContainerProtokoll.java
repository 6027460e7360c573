package de.amtsfluss.workers.documents;

import de.amtsfluss.processes.Vorgang;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The record of one emptying: which container, what was measured, who did what until when. */
@Component
class ContainerProtokoll implements DocumentTemplate {

    private static final Map<String, String> ERGEBNIS = Map.of(
            "geleert", "Der Container wurde geleert.",
            "nichtGeleert", "Der Container wurde nicht geleert.",
            "gemessen", "Der Sensor hat die Leerung gemessen.");

    private static final Map<String, String> STOERUNG = Map.of(
            "keine", "keine",
            "zugeparkt", "zugeparkt",
            "beschaedigt", "beschädigt",
            "falschbefuellung", "falsch befüllt",
            "sonstige", "sonstige");

    private static final Map<String, String> FOLGE = Map.of(
            "keine", "keine",
            "nachholen", "Leerung nachholen",
            "ordnungsamt", "Ordnungsamt informieren, Leerung nachholen",
            "reparatur", "Reparatur beauftragen",
            "abfallberatung", "Abfallberatung informieren",
            "disposition", "Disposition entscheidet");

    private static final Map<String, String> FRAKTION = Map.of("Restmuell", "Restmüll");

    private final Clock clock;

    ContainerProtokoll(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "container-protokoll";
    }

    @Override
    public String fileName(Vorgang vorgang) {
        return "Leerungsprotokoll %s.pdf".formatted(vorgang.aktenzeichen().replace('/', '-'));
    }

    @Override
    public byte[] render(Vorgang vorgang) {
        var daten = new Daten(vorgang);
        var pdf = new PdfLetter("Leerungsprotokoll", vorgang.aktenzeichen(), Daten.time(clock.instant()));
        pdf.lead(ERGEBNIS.getOrDefault(daten.text("ergebnis"), "Das Ergebnis ist nicht bekannt."));
        pdf.section("Container")
                .row("Nummer", daten.text("containerId"))
                .row("Standort", daten.text("ort"))
                .row("Fraktion", FRAKTION.getOrDefault(daten.text("fraktion"), daten.text("fraktion")))
                .row("Volumen", daten.number("volumenLiter") + " Liter");
        pdf.section("Auftrag")
                .row("Anlass", "Sensor meldet " + daten.number("fuellstandProzent") + " % Füllstand")
                .row("Gemessen am", daten.time("gemessenAm"))
                .row("Sensor", daten.text("sensor"))
                .row("Auftrag angelegt am", Daten.time(vorgang.angelegtAm()))
                .row("Zu leeren bis", daten.time("fristAm"));
        var ergebnis = pdf.section("Ergebnis");
        if (daten.has("gemessenGeleertAm")) {
            ergebnis.row("Leerung gemessen am", daten.time("gemessenGeleertAm"))
                    .row("Füllstand danach", daten.number("gemessenGeleertProzent") + " %");
        }
        if (daten.has("geleert")) {
            ergebnis.row("Geleert", Boolean.TRUE.equals(vorgang.daten().get("geleert")) ? "ja" : "nein")
                    .row("Störung", STOERUNG.getOrDefault(daten.text("stoerung"), daten.text("stoerung")))
                    .row("Folge", FOLGE.getOrDefault(daten.text("folge"), daten.text("folge")))
                    .row("Bemerkung", daten.text("bemerkung"));
        }
        return pdf.finish();
    }
}
