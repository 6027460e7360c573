package de.amtsfluss.processes;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.RuleHit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision by table as it was made, with its reason.
 *
 * @param id identifies it, and recognises a repeat
 * @param tabelle the table
 * @param version the version of the table
 * @param eingaben what the table asked for, as JSON has it: days and times are texts by ISO 8601
 * @param ergebnisse the rows of outputs, as JSON has them
 * @param zeilen the rows of the table that decided
 * @param begruendung the answer and its reason in German, fit for a Bescheid
 * @param entschiedenAm when it was made
 * @param schritte what was decided on the way by the decisions it requires, in their order; empty for a table on its
 *     own
 */
public record Entscheidung(
        UUID id,
        DecisionId tabelle,
        int version,
        Map<String, @Nullable Object> eingaben,
        List<Map<String, @Nullable Object>> ergebnisse,
        List<RuleHit> zeilen,
        String begruendung,
        Instant entschiedenAm,
        List<Schritt> schritte) {

    /**
     * A decision on the way to another.
     *
     * @param tabelle the table
     * @param ergebnisse the rows of outputs, as JSON has them
     * @param zeilen the rows of the table that decided
     * @param begruendung the answer and its reason in German
     */
    public record Schritt(
            DecisionId tabelle,
            List<Map<String, @Nullable Object>> ergebnisse,
            List<RuleHit> zeilen,
            String begruendung) {}
}
