package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The procedure {@code luftqualitaet-melden} on every path, with its workers played. */
class LuftqualitaetMeldenProcessTests extends ProcessTests {

    private static final String TASK = "userTask_MessungBewerten";

    @Test
    void anExpertHasThePublicTold(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("luftqualitaet-melden", rehearsal);
        dusty(einsatz).task(TASK).isCreated().hasCandidateGroup("umweltamt");

        rehearsal
                .after(Einsatz.DEADLINE)
                .passes("endEvent_ErinnerungGesendet", "endEvent_EskalationGemeldet")
                .person(TASK, Map.of("messfehler", false, "oeffentlichkeitInformieren", true))
                .endsAt("endEvent_UeberschreitungBestaetigt");
        assertThat(einsatz.mails())
                .containsExactlyInAnyOrder(
                        "erinnerung an umweltamt",
                        "eskalation an umweltamt-leitung",
                        "presse an pressestelle",
                        "ergebnis an umweltamt-leitung");
    }

    @Test
    void ofAWrongReadingThePublicIsNotTold(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("luftqualitaet-melden", rehearsal);

        dusty(einsatz)
                .person(TASK, Map.of("messfehler", true))
                .endsAt("endEvent_MessfehlerFestgestellt")
                .avoids("serviceTask_PresseInformieren");
        assertThat(einsatz.protokoll())
                .containsEntry("ergebnis", "messfehler")
                .containsEntry("oeffentlichkeitInformieren", false);
    }

    @Test
    void betterAirEndsTheTaskWhoseLevelHadChanged(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("luftqualitaet-melden", rehearsal);
        dusty(einsatz).waitsAt(TASK);
        var onlyPm10 = new HashMap<String, Object>(Map.of("stufe", 2, "pm10", 104));
        onlyPm10.put("pm25", null);

        einsatz.tells("stufeGeaendert", onlyPm10)
                .passes("endEvent_AenderungGemeldet")
                .waitsAt(TASK);
        einsatz.tells("grenzwertEingehalten", Map.of("eingehaltenAm", "2026-11-23T10:00:00Z"))
                .endsAt("endEvent_GrenzwertEingehalten")
                .stops(TASK);

        assertThat(einsatz.mails()).containsExactly("geaendert an umweltamt", "ergebnis an umweltamt-leitung");
        assertThat(einsatz.protokoll())
                .containsEntry("ergebnis", "eingehalten")
                .containsEntry("stufeZuletzt", 2)
                .containsEntry("pm25Zuletzt", null);
    }

    @Test
    void aRepeatedTriggerOpensNothing(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("luftqualitaet-melden", rehearsal);
        einsatz.hasVorgang();

        dusty(einsatz).endsAt("endEvent_AuftragVorhanden").avoids(TASK);
    }

    private static Rehearsal dusty(Einsatz einsatz) {
        return einsatz.starts(
                "grenzwertUeberschritten", "messstelleId", "BI-L-0001", Map.of("pm10", 64.5, "pm25", 31, "stufe", 1));
    }
}
