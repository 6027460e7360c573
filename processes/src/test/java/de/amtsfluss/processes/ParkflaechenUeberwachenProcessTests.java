package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The procedure {@code parkflaechen-ueberwachen} on every path, with its workers played. */
class ParkflaechenUeberwachenProcessTests extends ProcessTests {

    private static final String TASK = "userTask_StellplatzKontrollieren";

    @Test
    void aViolationIsFoundAfterTheDeadline(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("parkflaechen-ueberwachen", rehearsal);
        occupied(einsatz).task(TASK).isCreated().hasCandidateGroup("verkehrsueberwachung");

        rehearsal
                .after(Einsatz.DEADLINE)
                .passes("endEvent_ErinnerungGesendet", "endEvent_EskalationGemeldet")
                .person(TASK, Map.of("fahrzeugAngetroffen", true, "massnahmeVorOrt", "verwarnung"))
                .endsAt("endEvent_VerstossFestgestellt");
        assertThat(einsatz.protokoll()).containsEntry("ergebnis", "verstoss").containsEntry("freiAm", null);
        assertThat(einsatz.mails())
                .containsExactlyInAnyOrder(
                        "erinnerung an verkehrsueberwachung",
                        "eskalation an verkehrsueberwachung-leitung",
                        "ergebnis an verkehrsueberwachung-leitung");
    }

    @Test
    void nobodyIsThereAnyMore(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("parkflaechen-ueberwachen", rehearsal);

        occupied(einsatz)
                .person(TASK, Map.of("fahrzeugAngetroffen", false))
                .endsAt("endEvent_KeinVerstossFestgestellt")
                .has("ergebnis", "ohneVerstoss");
    }

    @Test
    void aSpaceThatGetsFreeEndsTheTaskWhoseMeasureHadChanged(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("parkflaechen-ueberwachen", rehearsal);
        occupied(einsatz).waitsAt(TASK);

        einsatz.tells("massnahmeGeaendert", Map.of("massnahme", "kontrolle", "belegtMinuten", 256))
                .passes("endEvent_AenderungGemeldet")
                .waitsAt(TASK)
                .has("massnahme", "hinweis");
        einsatz.tells("stellplatzFrei", Map.of("freiAm", "2026-11-23T10:00:00Z"))
                .endsAt("endEvent_StellplatzFrei")
                .stops(TASK);

        assertThat(einsatz.mails())
                .containsExactly("geaendert an verkehrsueberwachung", "ergebnis an verkehrsueberwachung-leitung");
        assertThat(einsatz.protokoll())
                .containsEntry("ergebnis", "frei")
                .containsEntry("freiAm", "2026-11-23T10:00:00Z")
                .containsEntry("massnahmeZuletzt", "kontrolle")
                .containsEntry("belegtMinutenZuletzt", 256);
    }

    @Test
    void aRepeatedTriggerOpensNothing(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("parkflaechen-ueberwachen", rehearsal);
        einsatz.hasVorgang();

        occupied(einsatz).endsAt("endEvent_AuftragVorhanden").avoids(TASK);
    }

    private static Rehearsal occupied(Einsatz einsatz) {
        return einsatz.starts(
                "parkdauerUeberschritten",
                "stellplatzId",
                "BI-P-0001",
                Map.of(
                        "flaechenart",
                        "ladesaeule",
                        "belegtMinuten",
                        250,
                        "erlaubtMinuten",
                        240,
                        "massnahme",
                        "hinweis"));
    }
}
