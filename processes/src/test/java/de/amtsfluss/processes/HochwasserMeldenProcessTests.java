package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The procedure {@code hochwasser-melden} on every path, with its workers played. */
class HochwasserMeldenProcessTests extends ProcessTests {

    private static final String TASK = "userTask_HochwasserBewerten";
    private static final String SHORTEN = "serviceTask_MeldeabstandVerkuerzen";
    private static final String RESET = "serviceTask_MeldeabstandZuruecksetzen";
    private static final String DENSE = "dichtMelden an BI-W-0001, " + Einsatz.AUSLOESER;
    private static final String USUAL = "ueblichMelden an BI-W-0001, null";
    private static final Map<String, Object> LEVEL_2 = Map.of("stufe", 2, "pegelZentimeter", 160);
    private static final Map<String, Object> LEVEL_3 = Map.of("stufe", 3, "pegelZentimeter", 203);

    @Test
    void eachChangeIsToldToAllWhoWereEverCalled(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(List.of(Map.of("stelle", "hochwasserdienst"), Map.of("stelle", "leitstelle")));
        high(einsatz, 2).task(TASK).isCreated().hasCandidateGroup("hochwasserdienst");
        assertThat(einsatz.mails()).containsExactlyInAnyOrder("alarm an hochwasserdienst", "alarm an leitstelle");

        einsatz.decides(List.of(
                Map.of("stelle", "hochwasserdienst"), Map.of("stelle", "leitstelle"), Map.of("stelle", "krisenstab")));
        einsatz.tells("stufeGeaendert", LEVEL_3)
                .passes("endEvent_AenderungGemeldet")
                .has("alarmierteStufe", 3);
        einsatz.tells("stufeGeaendert", Map.of("stufe", 1, "pegelZentimeter", 120))
                .has("stufeZuletzt", 1)
                .waitsAt(TASK);
        einsatz.tells("entwarnung", Map.of("entwarnungAm", "2026-11-23T10:00:00Z"))
                .endsAt("endEvent_EntwarnungGemessen")
                .stops(TASK, "subProcess_Lagebewertung");

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
                .passes("endEvent_LageBewertet", "endEvent_AbstandZurueckgesetzt");

        assertThat(einsatz.downlinks()).containsExactly(DENSE, USUAL);
    }

    @Test
    void theGaugeIsToldOnceWhenLevel2IsReachedLater(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(Map.of("stelle", "hochwasserdienst"));

        high(einsatz, 1).passes("endEvent_StellenAlarmiert").waitsAt(TASK);
        assertThat(einsatz.downlinks()).isEmpty();
        einsatz.tells("stufeGeaendert", LEVEL_2)
                .passes("endEvent_Stufe2ErstmalsErreicht", "endEvent_MeldeabstandVerkuerzt");
        einsatz.answers("gesendet").passes("endEvent_AntwortFestgehalten");
        einsatz.tells("stufeGeaendert", LEVEL_3)
                .passes("endEvent_MeldeabstandBelassen", "endEvent_StellenUnterrichtet")
                .has("alarmierteStufe", 3);

        assertThat(einsatz.downlinks()).containsExactly(DENSE);
    }

    @Test
    void whereTheGaugeCannotBeToldTheAlarmGoesOnAndEnds(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(Map.of("stelle", "hochwasserdienst"));
        rehearsal.worker("lorawan.downlink").fails("the network server is not configured");

        high(einsatz, 2).needsHelp().waitsAt(TASK, SHORTEN);
        einsatz.tells("stufeGeaendert", LEVEL_3)
                .passes("endEvent_AenderungGemeldet", "endEvent_MeldeabstandBelassen")
                .waitsAt(TASK, SHORTEN);
        rehearsal
                .person(TASK, Map.of("messungPlausibel", true))
                .stops(SHORTEN)
                .passes("serviceTask_VorgangAbschliessen")
                .waitsAt(RESET)
                .needsHelp()
                .after(Duration.ofDays(1))
                .endsAt("endEvent_HochwasserBewaeltigt")
                .passes("endEvent_AbstandNichtZurueckgesetzt");

        assertThat(einsatz.downlinks()).containsOnly(DENSE, USUAL);
        assertThat(rehearsal.worker("lorawan.downlink").jobs().stream()
                        .map(ActivatedJob::getKey)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void whereTheGaugeCannotBeToldLaterTheAllClearEndsTheAlarmAndSetsTheGaugeBack(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(Map.of("stelle", "hochwasserdienst"));
        rehearsal.worker("lorawan.downlink").fails("the network server is not configured");

        high(einsatz, 1).waitsAt(TASK);
        einsatz.tells("stufeGeaendert", LEVEL_2)
                .passes("endEvent_AenderungGemeldet")
                .needsHelp()
                .waitsAt(TASK, SHORTEN);
        einsatz.takesDownlinks();
        einsatz.tells("entwarnung", Map.of("entwarnungAm", "2026-11-23T10:00:00Z"))
                .stops(TASK, SHORTEN)
                .endsAt("endEvent_EntwarnungGemessen")
                .passes("endEvent_AbstandZurueckgesetzt");

        assertThat(einsatz.downlinks()).endsWith(USUAL);
    }

    @Test
    void theGaugeIsToldAsSoonAsSomebodyHasHelped(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(Map.of("stelle", "hochwasserdienst"));
        rehearsal.worker("lorawan.downlink").fails("the network server is not configured");

        high(einsatz, 2).needsHelp();
        einsatz.takesDownlinks();
        rehearsal.isHelped(1).passes("endEvent_MeldeabstandVerkuerzt").waitsAt(TASK);
    }

    @Test
    void aGaugeThatNeverAnswersDoesNotHoldUpTheEnd(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(Map.of("stelle", "hochwasserdienst"));

        high(einsatz, 2)
                .passes("endEvent_MeldeabstandVerkuerzt")
                .person(TASK, Map.of("messungPlausibel", true))
                .endsAt("endEvent_HochwasserBewaeltigt")
                .passes("endEvent_AbstandZurueckgesetzt")
                .avoids("event_PegelGeantwortet");
    }

    @Test
    void aDownlinkThatIsStillUnderWayEndsWithTheAssessment(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(Map.of("stelle", "hochwasserdienst"));
        rehearsal.worker("lorawan.downlink").neverAnswers();

        high(einsatz, 2).waitsAt(TASK, SHORTEN);
        einsatz.takesDownlinks();
        rehearsal
                .person(TASK, Map.of("messungPlausibel", false))
                .stops(SHORTEN)
                .endsAt("endEvent_FehlmessungFestgestellt")
                .passes("endEvent_AbstandZurueckgesetzt");
    }

    @Test
    void aChangeIsToldToAllThoughTheAssessmentIsOver(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("hochwasser-melden", rehearsal);
        einsatz.decides(Map.of("stelle", "hochwasserdienst"));
        high(einsatz, 1).waitsAt(TASK);
        rehearsal.worker("decision.evaluate").fails("the table cannot be read");

        einsatz.tells("stufeGeaendert", LEVEL_3).needsHelp();
        rehearsal.person(TASK, Map.of("messungPlausibel", true)).passes("serviceTask_VorgangAbschliessen");
        einsatz.decides(Map.of("stelle", "krisenstab"));
        rehearsal.isHelped(1).endsAt("endEvent_HochwasserBewaeltigt").passes("endEvent_AenderungGemeldet");

        assertThat(einsatz.mails()).contains("alarm an krisenstab");
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
                .avoids("subProcess_Aenderungsmeldung", "subProcess_Pegelumstellung", RESET);
        assertThat(einsatz.downlinks()).isEmpty();
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
