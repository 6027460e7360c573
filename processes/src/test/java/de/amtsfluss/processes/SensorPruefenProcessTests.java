package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The procedure {@code sensor-pruefen} on every path, with its workers played. */
class SensorPruefenProcessTests extends ProcessTests {

    private static final String TASK = "userTask_SensorPruefen";

    @Test
    void aSensorIsChangedAfterTheDeadline(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("sensor-pruefen", rehearsal);
        silent(einsatz).task(TASK).isCreated().hasCandidateGroup("sensorbetrieb");

        rehearsal
                .after(Einsatz.DEADLINE)
                .passes("endEvent_ErinnerungGesendet", "endEvent_EskalationGemeldet")
                .person(TASK, Map.of("befund", "getauscht"))
                .endsAt("endEvent_SensorInstandGesetzt");
        assertThat(einsatz.protokoll()).containsEntry("ergebnis", "instandGesetzt");
        assertThat(einsatz.mails())
                .containsExactlyInAnyOrder(
                        "erinnerung an sensorbetrieb",
                        "eskalation an sensorbetrieb-leitung",
                        "ergebnis an sensorbetrieb-leitung");
    }

    @Test
    void aSensorThatIsGoneIsShutDown(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("sensor-pruefen", rehearsal);

        silent(einsatz)
                .person(TASK, Map.of("befund", "entfernt"))
                .endsAt("endEvent_SensorStillgelegt")
                .has("ergebnis", "ausserBetrieb");
    }

    @Test
    void aSensorThatReportsAgainEndsTheTask(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("sensor-pruefen", rehearsal);
        silent(einsatz).waitsAt(TASK);

        einsatz.tells("sensorMeldetSich", Map.of("empfangenAm", "2026-11-23T10:00:00Z"))
                .endsAt("endEvent_SensorEmpfangen")
                .stops(TASK)
                .has("ergebnis", "empfangen");
        assertThat(einsatz.protokoll()).containsEntry("empfangenAm", "2026-11-23T10:00:00Z");
    }

    @Test
    void aRepeatedTriggerOpensNothing(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("sensor-pruefen", rehearsal);
        einsatz.hasVorgang();

        silent(einsatz).endsAt("endEvent_AuftragVorhanden").avoids(TASK);
    }

    private static Rehearsal silent(Einsatz einsatz) {
        return einsatz.starts("sensorStumm", "assetId", "BI-C-0001", Map.of("stilleStunden", 73.5));
    }
}
