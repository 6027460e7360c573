package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The procedure {@code baum-bewaessern} on every path, with its workers played. */
class BaumBewaessernProcessTests extends ProcessTests {

    private static final String TASK = "userTask_BaumBewaessern";

    @Test
    void aTreeIsWateredAfterTheDeadline(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("baum-bewaessern", rehearsal);
        einsatz.decides(Map.of("folge", "baumkontrolle"));
        dry(einsatz).task(TASK).isCreated().hasCandidateGroup("gruenpflege");

        rehearsal
                .after(Einsatz.DEADLINE)
                .passes("endEvent_ErinnerungGesendet", "endEvent_EskalationGemeldet")
                .person(TASK, Map.of("bewaessert", true, "zustand", "geschwaecht"))
                .endsAt("endEvent_BaumBewaessert");
        assertThat(einsatz.protokoll()).containsEntry("ergebnis", "bewaessert").containsEntry("folge", "baumkontrolle");
        assertThat(einsatz.mails())
                .containsExactlyInAnyOrder(
                        "erinnerung an gruenpflege",
                        "eskalation an gruenpflege-leitung",
                        "ergebnis an gruenpflege-leitung");
        assertThat(einsatz.fakten()).containsExactly(Map.of("ergebnis", "bewaessert", "zustand", "geschwaecht"));
    }

    @Test
    void aYearIsKeptAsOneWritesIt(Rehearsal rehearsal) {
        dry(Einsatz.of("baum-bewaessern", rehearsal)).waitsAt(TASK);

        assertThat(rehearsal.worker("vorgaenge.open").jobs())
                .singleElement()
                .extracting(job -> job.getVariablesAsMap().get("daten"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("pflanzjahr", "2024")
                .doesNotContainKeys("ausloeserId", "kanal");
    }

    @Test
    void aDeadTreeIsNotWatered(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("baum-bewaessern", rehearsal);
        einsatz.decides(Map.of("folge", "ersatzpflanzung"));

        dry(einsatz)
                .person(TASK, Map.of("bewaessert", false, "zustand", "abgestorben"))
                .endsAt("endEvent_BaumNichtBewaessert")
                .has("ergebnis", "nichtBewaessert")
                .has("folge", "ersatzpflanzung");
    }

    @Test
    void rainEndsTheTask(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("baum-bewaessern", rehearsal);
        dry(einsatz).waitsAt(TASK);

        einsatz.tells("bodenFeucht", Map.of("feuchtAm", "2026-11-23T10:00:00Z", "feuchteDanachProzent", 41.5))
                .endsAt("endEvent_BodenFeucht")
                .stops(TASK)
                .has("ergebnis", "feucht");
        assertThat(einsatz.protokoll())
                .containsEntry("feuchteDanachProzent", 41.5)
                .containsEntry("folge", null);
    }

    @Test
    void aRepeatedTriggerOpensNothing(Rehearsal rehearsal) {
        var einsatz = Einsatz.of("baum-bewaessern", rehearsal);
        einsatz.hasVorgang();

        dry(einsatz).endsAt("endEvent_AuftragVorhanden").avoids(TASK);
    }

    private static Rehearsal dry(Einsatz einsatz) {
        return einsatz.starts(
                "bodenTrocken",
                "baumId",
                "BI-B-0001",
                Map.of(
                        "baumart",
                        "Winterlinde",
                        "pflanzjahr",
                        2024.0,
                        "bodenfeuchteProzent",
                        8.5,
                        "wassermengeLiter",
                        150));
    }
}
