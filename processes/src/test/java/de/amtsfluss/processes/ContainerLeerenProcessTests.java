package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The procedure {@code container-leeren} on every path, with its workers played. */
class ContainerLeerenProcessTests extends ProcessTests {

    private static final String FULL = "container-leeren.containerVoll";
    private static final String EMPTIED = "container-leeren.leerungGemessen";
    private static final String ON_TOUR = "container-leeren.tourErledigt";
    private static final String CONTAINER = "BI-C-0001";
    private static final String AUSLOESER = "1f0a6f5e-0000-4000-8000-000000000001";
    private static final String TASK = "userTask_ContainerLeeren";
    private static final Duration REMINDER = Duration.ofHours(18);
    private static final Duration DEADLINE = Duration.ofHours(24);
    private static final Duration DAY = Duration.ofDays(1);

    @BeforeEach
    void everyWorkerDoesItsWork(Rehearsal rehearsal) {
        rehearsal
                .of("container-leeren")
                .worker(
                        "vorgaenge.open",
                        Map.of("vorgangId", "V-1", "aktenzeichen", "700.3-70.41/0001-2026", "neu", true))
                .worker("decision.evaluate", Map.of("entscheidung", Map.of("folge", "keine")))
                .worker("notifications.send", Map.of())
                .worker("documents.render", Map.of("dokumentId", "D-1"))
                .worker("eakte.file", Map.of())
                .worker("vorgaenge.close", Map.of());
    }

    @Test
    void theCrewEmptiesTheContainer(Rehearsal rehearsal) {
        full(rehearsal).task(TASK).isCreated().hasCandidateGroup("betriebshof").hasPriority(75);

        rehearsal
                .person(TASK, Map.of("geleert", true))
                .endsAt("endEvent_ContainerGeleert")
                .has("ergebnis", "geleert")
                .has("stoerung", "keine")
                .has("folge", "keine")
                .passes(
                        "serviceTask_FolgeBestimmen",
                        "serviceTask_ProtokollErstellen",
                        "serviceTask_ProtokollAblegen",
                        "serviceTask_DispositionBenachrichtigen",
                        "serviceTask_VorgangAbschliessen")
                .avoids("serviceTask_ErinnerungSenden", "serviceTask_EskalationMelden");
        assertThat(headers(rehearsal)).containsExactly("container-ergebnis an disposition");
    }

    @Test
    void theCrewCannotEmptyTheContainer(Rehearsal rehearsal) {
        rehearsal.worker("decision.evaluate").completes(Map.of("entscheidung", Map.of("folge", "ordnungsamt")));

        full(rehearsal)
                .person(TASK, Map.of("geleert", false, "stoerung", "zugeparkt"))
                .endsAt("endEvent_ContainerNichtGeleert")
                .has("ergebnis", "nichtGeleert")
                .has("folge", "ordnungsamt");
        assertThat(rehearsal.worker("decision.evaluate").jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.getVariablesAsMap())
                        .containsEntry("fakten", Map.of("ergebnis", "nichtGeleert", "stoerung", "zugeparkt")));
        assertThat(angaben(rehearsal))
                .containsEntry("ergebnis", "nichtGeleert")
                .containsEntry("folge", "ordnungsamt")
                .containsEntry("gemessenGeleertAm", null);
    }

    @Test
    void aTableThatCannotDecideNeedsHelp(Rehearsal rehearsal) {
        rehearsal.worker("decision.evaluate").throwsError("nichtEntschieden");

        full(rehearsal).person(TASK, Map.of("geleert", true)).needsHelp().waitsAt("serviceTask_FolgeBestimmen");
    }

    @Test
    void aMeasuredEmptyingEndsTheTask(Rehearsal rehearsal) {
        full(rehearsal)
                .receives(
                        EMPTIED,
                        AUSLOESER,
                        DAY,
                        Map.of("gemessenGeleertAm", "2026-11-23T10:00:00Z", "gemessenGeleertProzent", 4.5))
                .endsAt("endEvent_LeerungGemessen")
                .stops(TASK)
                .avoids("serviceTask_FolgeBestimmen")
                .has("ergebnis", "gemessen")
                .has("gemessenGeleertProzent", 4.5);
        assertThat(angaben(rehearsal))
                .containsEntry("ergebnis", "gemessen")
                .containsEntry("folge", null)
                .containsEntry("gemessenGeleertAm", "2026-11-23T10:00:00Z")
                .containsEntry("gemessenGeleertProzent", 4.5);
    }

    @Test
    void anEmptyingOnATourEndsTheTask(Rehearsal rehearsal) {
        full(rehearsal)
                .receives(ON_TOUR, "1f0a6f5e-0000-4000-8000-000000000002", DAY, Map.of())
                .waitsAt(TASK)
                .receives(ON_TOUR, AUSLOESER, DAY, Map.of("tourErledigtAm", "2026-11-23T11:00:00Z"))
                .endsAt("endEvent_AufTourGeleert")
                .stops(TASK)
                .avoids("serviceTask_FolgeBestimmen")
                .has("ergebnis", "aufTour");
        assertThat(angaben(rehearsal))
                .containsEntry("ergebnis", "aufTour")
                .containsEntry("tourErledigtAm", "2026-11-23T11:00:00Z");
        assertThat(headers(rehearsal)).containsExactly("container-ergebnis an disposition");
    }

    @Test
    void anEmptyingOfAnotherOrderChangesNothing(Rehearsal rehearsal) {
        full(rehearsal)
                .receives(EMPTIED, "1f0a6f5e-0000-4000-8000-000000000002", DAY, Map.of())
                .waitsAt(TASK)
                .person(TASK, Map.of("geleert", true))
                .endsAt("endEvent_ContainerGeleert");
    }

    @Test
    void theCrewIsRemindedOnceBeforeTheDeadline(Rehearsal rehearsal) {
        full(rehearsal)
                .after(REMINDER)
                .passes("endEvent_ErinnerungGesendet")
                .waitsAt(TASK)
                .avoids("serviceTask_EskalationMelden");

        assertThat(headers(rehearsal)).containsExactly("container-erinnerung an betriebshof");
    }

    @Test
    void theDispatcherIsToldOfAMissedDeadline(Rehearsal rehearsal) {
        full(rehearsal)
                .after(DEADLINE)
                .passes("endEvent_ErinnerungGesendet", "endEvent_EskalationGemeldet")
                .waitsAt(TASK);
        assertThat(headers(rehearsal))
                .containsExactlyInAnyOrder(
                        "container-erinnerung an betriebshof", "container-eskalation an disposition");

        rehearsal.person(TASK, Map.of("geleert", true)).endsAt("endEvent_ContainerGeleert");
    }

    @Test
    void aRepeatedTriggerOpensNothing(Rehearsal rehearsal) {
        rehearsal.worker("vorgaenge.open").completes(Map.of("vorgangId", "V-1", "neu", false));

        full(rehearsal).endsAt("endEvent_AuftragVorhanden").avoids(TASK, "serviceTask_VorgangAbschliessen");
    }

    @Test
    void theVorgangKnowsTheDistrictAndNoVehicleUnlessItIsNamed(Rehearsal rehearsal) {
        full(rehearsal).waitsAt(TASK);

        assertThat(rehearsal.worker("vorgaenge.open").jobs())
                .singleElement()
                .extracting(job -> job.getVariablesAsMap().get("daten"))
                .asInstanceOf(MAP)
                .containsEntry("bezirk", "Mitte")
                .containsEntry("fahrzeug", null);
    }

    @Test
    void aContainerHasOneOpenOrder(Rehearsal rehearsal) {
        full(rehearsal).waitsAt(TASK);

        assertThat(full(rehearsal).waitsAt(TASK).instances()).isEqualTo(1);
    }

    @Test
    void aProtocolThatCannotBeMadeIsMadeLater(Rehearsal rehearsal) {
        rehearsal.worker("documents.render").fails("the printer's ink is a joke");
        full(rehearsal).person(TASK, Map.of("geleert", true)).needsHelp().waitsAt("serviceTask_ProtokollErstellen");
        assertThat(rehearsal.worker("documents.render").jobs()).hasSize(8);

        rehearsal.worker("documents.render").completes(Map.of("dokumentId", "D-1"));
        rehearsal.isHelped(1).endsAt("endEvent_ContainerGeleert");
    }

    private static Rehearsal full(Rehearsal rehearsal) {
        // The clock of the engine knows milliseconds, and so do its messages.
        var now = rehearsal.now().truncatedTo(ChronoUnit.MILLIS);
        var facts = new HashMap<String, Object>();
        facts.put("containerId", CONTAINER);
        facts.put("ort", "Siegfriedplatz 1, Mitte");
        facts.put("bezirk", "Mitte");
        facts.put("breite", 52.0287);
        facts.put("laenge", 8.5224);
        facts.put("fraktion", "Glas");
        facts.put("volumenLiter", 3000);
        facts.put("fuellstandProzent", 98.4);
        facts.put("gemessenAm", now.toString());
        facts.put("massnahme", "sofort");
        facts.put("prioritaet", 75);
        facts.put("fristAm", now.plus(DEADLINE).toString());
        facts.put("erinnerungAm", now.plus(REMINDER).toString());
        facts.put("sensor", "24E124713D000001");
        facts.put("ausloeserId", AUSLOESER);
        return rehearsal.starts(FULL, CONTAINER, facts);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> angaben(Rehearsal rehearsal) {
        var jobs = rehearsal.worker("documents.render").jobs();
        assertThat(jobs).hasSize(1);
        return (Map<String, Object>)
                Objects.requireNonNull(jobs.getFirst().getVariablesAsMap().get("angaben"));
    }

    private static List<String> headers(Rehearsal rehearsal) {
        return rehearsal.worker("notifications.send").jobs().stream()
                .map(job -> job.getCustomHeaders().get("template") + " an "
                        + job.getCustomHeaders().get("recipient"))
                .toList();
    }
}
