package de.amtsfluss.processes;

import de.amtsfluss.decisiontables.DecisionId;
import java.util.List;
import java.util.UUID;

/**
 * What a changed table would have decided about the inputs of the past.
 *
 * @param tabelle the table
 * @param geprueft how many recorded decisions were evaluated again
 * @param gleich how many would be the same
 * @param aenderungen what would change, the most frequent first
 * @param vollstaendig whether all decisions of the period were looked at; otherwise only the newest were
 */
public record Nachrechnung(
        DecisionId tabelle, int geprueft, int gleich, List<Aenderung> aenderungen, boolean vollstaendig) {

    /**
     * One outcome that would become another.
     *
     * @param bisher the outputs that were recorded, as JSON
     * @param neu the outputs there would be, as JSON; why there would be none where the table cannot decide any more
     * @param anzahl how often
     * @param beispiele up to three of the decisions, the newest first
     */
    public record Aenderung(String bisher, String neu, int anzahl, List<Beispiel> beispiele) {}

    /**
     * A recorded decision.
     *
     * @param entscheidung identifies it
     * @param eingaben its inputs as JSON
     * @param begruendung what it said
     * @param neueBegruendung what the changed table says; empty where it cannot decide
     */
    public record Beispiel(UUID entscheidung, String eingaben, String begruendung, String neueBegruendung) {}
}
