package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The procedure {@code tour-fahren} on every path, with its workers played. */
class TourFahrenProcessTests extends ProcessTests {

    private static final String TOUR = "1f0a6f5e-0000-4000-8000-00000000000a";
    private static final String TASK = "userTask_TourFahren";
    private static final Duration BEGIN = Duration.ofMinutes(25);
    private static final Duration SHIFT = Duration.ofHours(8);

    @BeforeEach
    void everyWorkerDoesItsWork(Rehearsal rehearsal) {
        rehearsal
                .of("tour-fahren")
                .worker(
                        "vorgaenge.open",
                        Map.of("vorgangId", "V-1", "aktenzeichen", "700.3-70.41/0001-2026", "neu", true))
                .worker("touren.beginnen", Map.of("anzahl", 3))
                .worker("documents.render", Map.of("dokumentId", "D-1"))
                .worker("touren.ausgeben", Map.of("dokumentId", "D-2"))
                .worker("eakte.file", Map.of())
                .worker("touren.melden", Map.of("ergebnis", "gefahren"))
                .worker("notifications.send", Map.of())
                .worker("vorgaenge.close", Map.of());
    }

    @Test
    void theCrewDrivesTheTourWithItsDocuments(Rehearsal rehearsal) {
        planned(rehearsal).waitsAt("event_TourbeginnErreicht").avoids("serviceTask_TourBeginnen");

        rehearsal.after(BEGIN.minusMinutes(10)).waitsAt(TASK).passes("endEvent_UnterlagenAbgelegt");
        assertThat(rehearsal.worker("eakte.file").jobs())
                .extracting(job -> job.getVariablesAsMap().get("dokumentId"))
                .containsExactly("D-1", "D-2");
        rehearsal.task(TASK).isCreated().hasCandidateGroup("betriebshof").hasPriority(90);

        rehearsal
                .person(TASK, Map.of("alleGeleert", true))
                .endsAt("endEvent_TourGefahren")
                .avoids("serviceTask_EskalationMelden");
    }

    @Test
    void someContainersCouldNotBeEmptied(Rehearsal rehearsal) {
        rehearsal.worker("touren.melden").completes(Map.of("ergebnis", "teilweiseGefahren"));

        driven(rehearsal, Map.of("alleGeleert", false, "zugeparkteHalte", "2", "beschaedigteHalte", "3"))
                .endsAt("endEvent_TourTeilweiseGefahren")
                .has("ergebnis", "teilweiseGefahren");
        assertThat(rehearsal.worker("touren.melden").jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.getVariablesAsMap())
                        .containsEntry("zugeparkteHalte", "2")
                        .containsEntry("beschaedigteHalte", "3")
                        .containsEntry("uebrigeHalte", null));
    }

    @Test
    void answersThatCannotBeRightComeBackAndTheOldOnesAreForgotten(Rehearsal rehearsal) {
        rehearsal.worker("touren.melden").throwsError("HALT_UNKLAR");
        driven(rehearsal, Map.of("alleGeleert", false, "zugeparkteHalte", "99"))
                .passes("event_AngabenUnklar")
                .waitsAt(TASK);

        rehearsal.worker("touren.melden").completes(Map.of("ergebnis", "teilweiseGefahren"));
        rehearsal
                .person(TASK, Map.of("alleGeleert", false, "uebrigeHalte", "2"))
                .endsAt("endEvent_TourTeilweiseGefahren");
        assertThat(rehearsal.worker("touren.melden").jobs().getLast().getVariablesAsMap())
                .containsEntry("zugeparkteHalte", null)
                .containsEntry("uebrigeHalte", "2");
    }

    @Test
    void aTourForWhichNothingIsLeftIsNotDriven(Rehearsal rehearsal) {
        rehearsal.worker("touren.beginnen").completes(Map.of("anzahl", 0));

        planned(rehearsal)
                .after(BEGIN)
                .endsAt("endEvent_TourEntfallen")
                .has("ergebnis", "entfallen")
                .passes("serviceTask_VorgangAbschliessen")
                .avoids(TASK, "serviceTask_FahrerblattErstellen", "serviceTask_ErgebnisMelden");
    }

    @Test
    void theDispatcherIsToldIfNothingIsReportedByTheEndOfTheShift(Rehearsal rehearsal) {
        planned(rehearsal).after(BEGIN).waitsAt(TASK);

        rehearsal.after(SHIFT).passes("endEvent_EskalationGemeldet").waitsAt(TASK);
        assertThat(rehearsal.worker("notifications.send").jobs())
                .extracting(job -> job.getCustomHeaders().get("template"))
                .containsExactly("tour-eskalation");
        rehearsal.person(TASK, Map.of("alleGeleert", true)).endsAt("endEvent_TourGefahren");
    }

    @Test
    void aRepeatedPlanOpensNothing(Rehearsal rehearsal) {
        rehearsal.worker("vorgaenge.open").completes(Map.of("vorgangId", "V-1", "neu", false));

        planned(rehearsal).endsAt("endEvent_TourVorhanden").avoids("event_TourbeginnErreicht");
    }

    private static Rehearsal driven(Rehearsal rehearsal, Map<String, Object> answers) {
        return planned(rehearsal).after(BEGIN).waitsAt(TASK).person(TASK, answers);
    }

    private static Rehearsal planned(Rehearsal rehearsal) {
        var now = rehearsal.now().truncatedTo(ChronoUnit.MILLIS);
        var facts = new HashMap<String, Object>();
        facts.put("tourId", TOUR);
        facts.put("ausloeserId", TOUR);
        facts.put("kanal", "planung");
        facts.put("fraktion", "Papier");
        facts.put("bezirk", "Mitte");
        facts.put("fahrzeug", "Hecklader 1");
        facts.put("anzahl", 3);
        facts.put("beginnAm", now.plus(BEGIN).toString());
        facts.put("fristAm", now.plus(SHIFT).toString());
        facts.put("prioritaet", 90);
        return rehearsal.starts("tour-fahren.tourGeplant", TOUR, facts);
    }
}
