package de.amtsfluss.forms.sensorik;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Downlinks.Downlink;
import de.amtsfluss.processes.Downlinks.Ergebnis;
import de.amtsfluss.processes.Downlinks.Verlauf;
import de.amtsfluss.processes.Downlinks.Zustand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to a sensor, as the page shows it.
 *
 * @param titel what was said
 * @param stand where it stands, a sentence
 * @param zeiten when what happened
 * @param grund the sentence for the operator, empty if there is none
 * @param beendet whether it has ended
 */
record DownlinkSicht(String titel, String stand, String zeiten, String grund, boolean beendet) {

    static DownlinkSicht of(Downlink downlink, Map<String, String> titles) {
        var verlauf = downlink.verlauf();
        return new DownlinkSicht(
                titles.getOrDefault(downlink.bezeichnung(), downlink.bezeichnung()),
                stand(verlauf),
                zeiten(downlink),
                verlauf.grund() == null ? "" : verlauf.grund(),
                verlauf.zustand() == Zustand.BEENDET);
    }

    /** What is known, and no more: whether a sensor heard something only its acknowledgement tells. */
    static String stand(Verlauf verlauf) {
        var ergebnis = verlauf.ergebnis();
        if (ergebnis != null) {
            return ended(ergebnis)
                    + (verlauf.spaetBestaetigtAm() == null ? "" : " Der Sensor hat sie danach doch noch bestätigt.");
        }
        return switch (verlauf.zustand()) {
            case ANGENOMMEN -> "Wartet auf die Übergabe an den Netzserver.";
            case UEBERGEBEN -> "Liegt beim Netzserver. Der Sensor hört erst nach seiner nächsten Meldung darauf.";
            case GESENDET, BEENDET -> "Von einem Gateway gesendet, vom Sensor noch nicht bestätigt.";
        };
    }

    private static String ended(Ergebnis ergebnis) {
        return switch (ergebnis) {
            case BESTAETIGT -> "Vom Sensor bestätigt.";
            case GESENDET -> "Von einem Gateway gesendet. Ob der Sensor sie gehört hat, ist nicht bekannt.";
            case NICHT_BESTAETIGT -> "Gesendet, aber vom Sensor nicht bestätigt.";
            case FEHLGESCHLAGEN -> "Gescheitert: Der Netzserver hat sie abgelehnt oder aufgegeben.";
            case ABGELAUFEN -> "Die Frist ist abgelaufen, ohne dass der Sensor sie bestätigt hat.";
            case BEGRENZT -> "Nicht gesendet: Es waren zu viele Nachrichten innerhalb einer Stunde.";
            case NICHT_MOEGLICH -> "Nicht gesendet: Es ist nicht möglich.";
        };
    }

    private static String zeiten(Downlink downlink) {
        var verlauf = downlink.verlauf();
        var zeiten = new ArrayList<String>();
        add(zeiten, "angenommen", downlink.angenommenAm());
        add(zeiten, "übergeben", verlauf.uebergebenAm());
        add(zeiten, "gesendet", verlauf.gesendetAm());
        add(zeiten, "beendet", verlauf.beendetAm());
        add(zeiten, "spät bestätigt", verlauf.spaetBestaetigtAm());
        if (verlauf.beendetAm() == null) {
            add(zeiten, "Frist bis", downlink.bis());
        }
        return "%s; von %s, %s, Versuche: %d"
                .formatted(
                        String.join(", ", zeiten),
                        downlink.von(),
                        downlink.bestaetigt() ? "mit Bestätigung" : "ohne Bestätigung",
                        verlauf.versuche());
    }

    private static void add(List<String> zeiten, String what, @Nullable Instant at) {
        if (at != null) {
            zeiten.add(what + " " + Anzeige.dateTime(at));
        }
    }
}
