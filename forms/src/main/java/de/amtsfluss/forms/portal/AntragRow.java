package de.amtsfluss.forms.portal;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Antraege.Stand;
import de.amtsfluss.processes.Vorgang;
import java.util.UUID;

/**
 * An application as pages show it.
 *
 * @param id identifies it
 * @param name what was applied for
 * @param aktenzeichen its reference
 * @param eingegangenAm when it came in
 * @param stand where it stands, in words
 * @param abgeschlossen whether it is finished
 * @param aenderbar whether it can still be changed or taken back
 */
record AntragRow(
        UUID id,
        String name,
        String aktenzeichen,
        String eingegangenAm,
        String stand,
        boolean abgeschlossen,
        boolean aenderbar) {

    static AntragRow of(Stand stand) {
        var vorgang = stand.vorgang();
        var closed = vorgang.status() == Vorgang.Status.ABGESCHLOSSEN;
        return new AntragRow(
                vorgang.id().value(),
                stand.name(),
                vorgang.aktenzeichen(),
                Anzeige.dateTime(stand.eingegangenAm()),
                words(stand, closed),
                closed,
                stand.aenderbar());
    }

    private static String words(Stand stand, boolean closed) {
        if (stand.zurueckgenommen()) {
            return "zurückgenommen";
        }
        if (closed) {
            return "abgeschlossen";
        }
        return stand.aenderbar() ? "wird geprüft" : "wird entschieden und beschieden";
    }
}
