package de.amtsfluss.processes.vorgang;

import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Vorgaenge.NewVorgang;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Vorgang to be kept.
 *
 * @param processInstanceKey its process, absent if that is still to be started
 * @param verfahren the procedure
 * @param aktenplaneinheit the first part of the reference
 * @param betreff what it is about
 * @param ausloeser what asked for it
 * @param kanal how it came in
 * @param gruppen the groups whose members may see it
 * @param daten its first data
 * @param beteiligte who it is about
 */
public record NeuerVorgang(
        @Nullable Long processInstanceKey,
        String verfahren,
        String aktenplaneinheit,
        String betreff,
        @Nullable AusloeserId ausloeser,
        String kanal,
        Set<String> gruppen,
        Map<String, @Nullable Object> daten,
        List<Beteiligter> beteiligte) {

    static NeuerVorgang of(NewVorgang wanted) {
        return new NeuerVorgang(
                wanted.processInstanceKey(),
                wanted.verfahren(),
                wanted.aktenplaneinheit(),
                wanted.betreff(),
                wanted.ausloeser(),
                wanted.kanal(),
                wanted.gruppen(),
                wanted.daten(),
                List.of());
    }
}
