package de.amtsfluss.forms.vorgaenge;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Vorgang;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Vorgang in words, as a page shows it.
 *
 * @param id identifies it
 * @param aktenzeichen its reference
 * @param betreff what it is about
 * @param verfahren the procedure
 * @param offen whether somebody still has to do something
 * @param status where it stands, in words
 * @param ergebnis its business result, in words
 * @param kanal how it came in
 * @param angelegtAm when it was opened
 * @param abgeschlossenAm when it was closed
 */
record VorgangRow(
        String id,
        String aktenzeichen,
        String betreff,
        String verfahren,
        boolean offen,
        String status,
        @Nullable String ergebnis,
        String kanal,
        String angelegtAm,
        @Nullable String abgeschlossenAm) {

    static VorgangRow of(Vorgang vorgang) {
        return new VorgangRow(
                vorgang.id().toString(),
                vorgang.aktenzeichen(),
                vorgang.betreff(),
                vorgang.verfahren(),
                vorgang.status() == Vorgang.Status.OFFEN,
                status(vorgang.status()),
                Optional.ofNullable(vorgang.ergebnis()).map(VorgangRow::result).orElse(null),
                channel(vorgang.kanal()),
                Anzeige.dateTime(vorgang.angelegtAm()),
                Optional.ofNullable(vorgang.abgeschlossenAm())
                        .map(Anzeige::dateTime)
                        .orElse(null));
    }

    private static String status(Vorgang.Status status) {
        return switch (status) {
            case OFFEN -> "offen";
            case ABGESCHLOSSEN -> "abgeschlossen";
        };
    }

    private static String result(String code) {
        return switch (code) {
            case "geleert" -> "geleert";
            case "nichtGeleert" -> "nicht geleert";
            case "zdA" -> "zu den Akten verfügt";
            case "gemessen" -> "geleert (vom Sensor gemessen)";
            default -> code;
        };
    }

    private static String channel(String code) {
        return switch (code) {
            case "sensor" -> "Sensor";
            case "portal" -> "Portal";
            case "schalter" -> "Schalter";
            case "telefon" -> "Telefon";
            case "brief" -> "Brief";
            default -> code;
        };
    }
}
