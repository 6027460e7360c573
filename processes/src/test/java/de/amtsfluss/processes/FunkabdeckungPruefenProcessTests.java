package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The procedure {@code funkabdeckung-pruefen} on every path, with its workers played. */
class FunkabdeckungPruefenProcessTests extends ProcessTests {

    private static final String TASK = "userTask_MessfahrtAuswerten";

    @Test
    void aGatewayIsProposedAfterTheDeadline(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("funkabdeckung-pruefen", rehearsal);
        badlyHeard(einsatz).task(TASK).isCreated().hasCandidateGroup("sensorbetrieb");

        rehearsal
                .after(Einsatz.DEADLINE)
                .passes("endEvent_ErinnerungGesendet", "endEvent_EskalationGemeldet")
                .person(TASK, Map.of("vorschlag", "gatewayErgaenzen"))
                .endsAt("endEvent_MassnahmeVorgeschlagen");
        assertThat(einsatz.protokoll()).containsEntry("ergebnis", "vorschlag");
        assertThat(einsatz.mails())
                .containsExactlyInAnyOrder(
                        "erinnerung an sensorbetrieb",
                        "eskalation an sensorbetrieb-leitung",
                        "ergebnis an sensorbetrieb-leitung");
    }

    @Test
    void nothingIsProposed(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("funkabdeckung-pruefen", rehearsal);

        badlyHeard(einsatz)
                .person(TASK, Map.of("vorschlag", "keiner"))
                .endsAt("endEvent_KeineMassnahmeVorgeschlagen")
                .has("ergebnis", "ohneVorschlag");
    }

    @Test
    void betterReceptionEndsTheTask(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("funkabdeckung-pruefen", rehearsal);
        badlyHeard(einsatz).waitsAt(TASK);

        einsatz.tells("empfangGut", Map.of("empfangGutAm", "2026-11-23T10:00:00Z"))
                .endsAt("endEvent_EmpfangVerbessert")
                .stops(TASK)
                .has("ergebnis", "gut");
        assertThat(einsatz.protokoll()).containsEntry("empfangGutAm", "2026-11-23T10:00:00Z");
    }

    @Test
    void aRepeatedTriggerOpensNothing(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("funkabdeckung-pruefen", rehearsal);
        einsatz.hasVorgang();

        badlyHeard(einsatz).endsAt("endEvent_AuftragVorhanden").avoids(TASK);
    }

    private static Rehearsal badlyHeard(Einsatz einsatz) {
        return einsatz.starts("empfangSchlecht", "bezirk", "Mitte", Map.of("schlechteGeraeteProzent", 31.5));
    }
}
