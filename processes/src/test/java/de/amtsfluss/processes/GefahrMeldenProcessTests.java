package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The procedure {@code gefahr-melden} on every path, with its workers played. */
class GefahrMeldenProcessTests extends ProcessTests {

    private static final String CONFIRM = "userTask_GefahrBestaetigen";
    private static final String INSPECT = "userTask_ContainerBegutachten";

    @Test
    void aFireIsConfirmedAndTheContainerReplaced(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("gefahr-melden", rehearsal);
        einsatz.decides(Map.of("folge", "ersatz"));
        fire(einsatz).task(CONFIRM).isCreated().hasCandidateGroup("leitstelle").hasPriority(75);

        rehearsal.person(CONFIRM, Map.of("lage", "brand"));
        rehearsal.task(INSPECT).isCreated().hasCandidateGroup("betriebshof");
        rehearsal.person(INSPECT, Map.of("zustand", "beschaedigt")).endsAt("endEvent_GefahrBeseitigt");

        assertThat(einsatz.fakten()).containsExactly(Map.of("lage", "brand", "zustand", "beschaedigt"));
        assertThat(einsatz.protokoll()).containsEntry("ergebnis", "bestaetigt").containsEntry("folge", "ersatz");
        assertThat(einsatz.mails()).containsExactly("alarm an leitstelle", "ergebnis an disposition");
    }

    @Test
    void aFalseAlarmEndsWithoutAnInspection(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("gefahr-melden", rehearsal);

        fire(einsatz)
                .person(CONFIRM, Map.of("lage", "fehlalarm"))
                .endsAt("endEvent_FehlalarmFestgestellt")
                .avoids(INSPECT, "serviceTask_FolgeBestimmen");
        assertThat(einsatz.protokoll()).containsEntry("ergebnis", "fehlalarm").containsEntry("folge", null);
    }

    @Test
    void newsAndAMissedDeadlineLeaveTheTaskToThePerson(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("gefahr-melden", rehearsal);
        fire(einsatz).waitsAt(CONFIRM);

        einsatz.tells("gefahrGeaendert", Map.of("gefahr", "umgekippt", "temperaturGrad", 21))
                .passes("endEvent_LageGemeldet")
                .has("gefahrZuletzt", "umgekippt");
        einsatz.tells("entwarnungGemessen", Map.of("entwarnungAm", "2026-11-23T10:00:00Z"))
                .has("entwarnungAm", "2026-11-23T10:00:00Z")
                .waitsAt(CONFIRM)
                .after(Einsatz.DEADLINE)
                .passes("endEvent_ErinnerungGesendet", "endEvent_EskalationGemeldet")
                .waitsAt(CONFIRM);

        assertThat(einsatz.mails())
                .containsExactlyInAnyOrder(
                        "alarm an leitstelle",
                        "lage an leitstelle",
                        "lage an leitstelle",
                        "erinnerung an leitstelle",
                        "eskalation an leitstelle-leitung");
        rehearsal.person(CONFIRM, Map.of("lage", "fehlalarm")).endsAt("endEvent_FehlalarmFestgestellt");
        assertThat(einsatz.protokoll())
                .containsEntry("entwarnungAm", "2026-11-23T10:00:00Z")
                .containsEntry("gefahrZuletzt", "umgekippt");
    }

    @Test
    void aRepeatedTriggerOpensNothing(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("gefahr-melden", rehearsal);
        einsatz.hasVorgang();

        fire(einsatz).endsAt("endEvent_AuftragVorhanden").avoids(CONFIRM);
    }

    private static Rehearsal fire(Einsatz einsatz) {
        return einsatz.starts(
                "gefahrGemessen",
                "containerId",
                "BI-C-0001",
                Map.of("fraktion", "Papier", "gefahr", "brand", "temperaturGrad", 91.5));
    }
}
