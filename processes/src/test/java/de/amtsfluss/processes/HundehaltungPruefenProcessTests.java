package de.amtsfluss.processes;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The procedure {@code hundehaltung-pruefen} on every path. */
class HundehaltungPruefenProcessTests extends ProcessTests {

    private static final String TASK = "userTask_HaltungPruefen";

    @BeforeEach
    void everyWorkerDoesItsWork(Rehearsal rehearsal) {
        rehearsal
                .of("hundehaltung-pruefen")
                .worker("vorgaenge.begin", Map.of("neu", true))
                .worker("vorgaenge.close", Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "erlaubnisErforderlich, endEvent_ErlaubnisErforderlich",
        "anzeigeErforderlich, endEvent_AnzeigeErforderlich",
        "keine, endEvent_HaltungOhneFolge",
    })
    void theOfficeSaysWhatFollows(String folge, String end, Rehearsal rehearsal) {
        start(rehearsal).task(TASK).isCreated().hasCandidateGroup("ordnungsamt");

        rehearsal
                .person(TASK, Map.of("haltungsfolge", folge))
                .endsAt(end)
                .has("ergebnis", folge)
                .passes("serviceTask_VorgangAbschliessen");
    }

    @Test
    void aRepeatedMessageBeginsNothing(Rehearsal rehearsal) {
        rehearsal.worker("vorgaenge.begin").completes(Map.of("neu", false));

        start(rehearsal).endsAt("endEvent_MitteilungVorhanden").avoids(TASK);
    }

    private static Rehearsal start(Rehearsal rehearsal) {
        return rehearsal.starts(
                "hundehaltung-pruefen.abgegeben",
                "V-2",
                Map.of("vorgangId", "V-2", "aktenzeichen", "320.1-32.45/0001-2026", "ausloeserId", "A-2"));
    }
}
