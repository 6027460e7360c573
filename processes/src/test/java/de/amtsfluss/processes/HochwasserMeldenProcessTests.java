package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The procedure {@code hochwasser-melden} on every path, with its workers played. */
class HochwasserMeldenProcessTests extends ProcessTests {

    private static final String TASK = "userTask_HochwasserBewerten";

    @Test
    void eachChangeIsToldToAllWhoWereEverCalled(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(List.of(Map.of("stelle", "hochwasserdienst"), Map.of("stelle", "leitstelle")));
        high(einsatz, 2).task(TASK).isCreated().hasCandidateGroup("hochwasserdienst");
        assertThat(einsatz.mails()).containsExactlyInAnyOrder("alarm an hochwasserdienst", "alarm an leitstelle");

        einsatz.decides(List.of(
                Map.of("stelle", "hochwasserdienst"), Map.of("stelle", "leitstelle"), Map.of("stelle", "krisenstab")));
        einsatz.tells("stufeGeaendert", Map.of("stufe", 3, "pegelZentimeter", 203))
                .passes("endEvent_AenderungGemeldet")
                .has("alarmierteStufe", 3);
        einsatz.tells("stufeGeaendert", Map.of("stufe", 1, "pegelZentimeter", 120))
                .has("stufeZuletzt", 1)
                .waitsAt(TASK);
        einsatz.tells("entwarnung", Map.of("entwarnungAm", "2026-11-23T10:00:00Z"))
                .endsAt("endEvent_EntwarnungGemessen")
                .stops(TASK);

        assertThat(einsatz.fakten()).containsExactly(Map.of("stufe", 2), Map.of("stufe", 3), Map.of("stufe", 3));
        assertThat(einsatz.mails()).filteredOn("alarm an krisenstab"::equals).hasSize(2);
        assertThat(einsatz.protokoll())
                .containsEntry("ergebnis", "entwarnung")
                .containsEntry("alarmierteStufe", 3)
                .containsEntry("stufeZuletzt", 1)
                .containsEntry("pegelZuletztZentimeter", 120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bestaetigt", "nicht-bestaetigt", "abgelaufen"})
    void theGaugeReportsMoreOftenAndWhateverItAnswersTheAssessmentGoesOn(String answer, Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(Map.of("stelle", "hochwasserdienst"));

        high(einsatz, 2).passes("endEvent_MeldeabstandVerkuerzt").waitsAt(TASK);
        einsatz.answers(answer).passes("endEvent_AntwortFestgehalten").waitsAt(TASK);
        assertThat(einsatz.ergaenzungen()).containsExactly(Map.of("pegelAntwort", answer));
        rehearsal
                .person(TASK, Map.of("messungPlausibel", true))
                .endsAt("endEvent_HochwasserBewaeltigt")
                .passes("endEvent_AbstandZurueckgesetzt");

        assertThat(einsatz.downlinks())
                .containsExactly("dichtMelden an BI-W-0001, " + Einsatz.AUSLOESER, "ueblichMelden an BI-W-0001, null");
    }

    @Test
    void theGaugeIsToldOnceWhenLevel2IsReachedLater(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(Map.of("stelle", "hochwasserdienst"));

        high(einsatz, 1).passes("endEvent_StellenAlarmiert").waitsAt(TASK);
        assertThat(einsatz.downlinks()).isEmpty();
        einsatz.tells("stufeGeaendert", Map.of("stufe", 2, "pegelZentimeter", 160))
                .passes("endEvent_MeldeabstandSpaeterVerkuerzt");
        einsatz.answers("gesendet").passes("endEvent_AntwortFestgehalten");
        einsatz.tells("stufeGeaendert", Map.of("stufe", 3, "pegelZentimeter", 203))
                .passes("endEvent_StellenUnterrichtet");

        assertThat(einsatz.downlinks()).containsExactly("dichtMelden an BI-W-0001, " + Einsatz.AUSLOESER);
    }

    @Test
    void theFloodServiceCopesAfterTheDeadline(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(Map.of("stelle", "hochwasserdienst"));

        high(einsatz, 1)
                .waitsAt(TASK)
                .after(Einsatz.DEADLINE)
                .passes("endEvent_ErinnerungGesendet", "endEvent_EskalationGemeldet")
                .person(TASK, Map.of("messungPlausibel", true))
                .endsAt("endEvent_HochwasserBewaeltigt");
        assertThat(einsatz.mails())
                .containsExactlyInAnyOrder(
                        "alarm an hochwasserdienst",
                        "erinnerung an hochwasserdienst",
                        "eskalation an hochwasserdienst-leitung",
                        "ergebnis an leitstelle");
    }

    @Test
    void aWrongReadingEndsTheAlarm(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(Map.of("stelle", "hochwasserdienst"));

        high(einsatz, 1)
                .person(TASK, Map.of("messungPlausibel", false))
                .endsAt("endEvent_FehlmessungFestgestellt")
                .passes("endEvent_ErgebnisFestgehalten")
                .avoids("subProcess_Aenderungsmeldung", "serviceTask_MeldeabstandVerkuerzen");
    }

    @Test
    void aRepeatedTriggerAlarmsNobody(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.hasVorgang();

        high(einsatz, 3).endsAt("endEvent_AuftragVorhanden").avoids(TASK, "subProcess_Stellenalarmierung");
    }

    private static Rehearsal high(Einsatz einsatz, int stufe) {
        return einsatz.starts(
                "pegelHoch",
                "pegelId",
                "BI-W-0001",
                Map.of("gewaesser", "Musterbach", "pegelZentimeter", 152.4, "stufe", stufe));
    }
}
