package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The procedure {@code batterie-wechseln} on every path, with its workers played. */
class BatterieWechselnProcessTests extends ProcessTests {

    private static final String TASK = "userTask_BatterieWechseln";

    @Test
    void aBatteryIsChangedAfterTheDeadline(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("batterie-wechseln", rehearsal);
        weak(einsatz).task(TASK).isCreated().hasCandidateGroup("sensorbetrieb");

        rehearsal
                .after(Einsatz.DEADLINE)
                .passes("endEvent_ErinnerungGesendet", "endEvent_EskalationGemeldet")
                .person(TASK, Map.of("gewechselt", true))
                .endsAt("endEvent_BatterieGewechselt");
        assertThat(einsatz.protokoll()).containsEntry("ergebnis", "gewechselt");
        assertThat(einsatz.mails())
                .containsExactlyInAnyOrder(
                        "erinnerung an sensorbetrieb",
                        "eskalation an sensorbetrieb-leitung",
                        "ergebnis an sensorbetrieb-leitung");
    }

    @Test
    void aBatteryCannotBeChanged(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("batterie-wechseln", rehearsal);

        weak(einsatz)
                .person(TASK, Map.of("gewechselt", false))
                .endsAt("endEvent_BatterieNichtGewechselt")
                .has("ergebnis", "nichtGewechselt");
    }

    @Test
    void aFullBatteryEndsTheTask(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("batterie-wechseln", rehearsal);
        weak(einsatz).waitsAt(TASK);

        einsatz.tells("batterieGewechselt", Map.of("wechselAm", "2026-11-23T10:00:00Z", "batterieDanachProzent", 100))
                .endsAt("endEvent_WechselGemessen")
                .stops(TASK)
                .has("ergebnis", "gemessen");
        assertThat(einsatz.protokoll()).containsEntry("batterieDanachProzent", 100);
    }

    @Test
    void aRepeatedTriggerOpensNothing(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("batterie-wechseln", rehearsal);
        einsatz.hasVorgang();

        weak(einsatz).endsAt("endEvent_AuftragVorhanden").avoids(TASK);
    }

    private static Rehearsal weak(Einsatz einsatz) {
        return einsatz.starts("batterieSchwach", "assetId", "BI-B-0001", Map.of("batterieProzent", 14));
    }
}
