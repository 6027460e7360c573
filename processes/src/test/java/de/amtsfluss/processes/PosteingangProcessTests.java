package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The procedure {@code posteingang} on every path, with its workers played. */
class PosteingangProcessTests extends ProcessTests {

    private static final String ID = "1f0a6f5e-0000-4000-8000-00000000000b";
    private static final String ASSIGN = "userTask_PostZuordnen";
    private static final String TAKE_OVER = "userTask_PostUebernehmen";
    private static final String RECORD = "userTask_AntragAufnehmen";

    @BeforeEach
    void thePostIsAboutTheDogTax(Rehearsal rehearsal) {
        rehearsal
                .of("posteingang")
                .worker("posteingang.erkennen", Map.of("neu", true, "fakten", Map.of("thema", "hundesteuer")))
                .worker("posteingang.zuordnen", Map.of("gruppen", List.of("steueramt"), "bearbeiter", ""))
                .worker("posteingang.uebernehmen", Map.of("antragOffen", false))
                .worker("posteingang.ablegen", Map.of());
        decides(rehearsal, "steueramt");
    }

    @Test
    void clearPostGoesToItsOfficeAndFromThereToAVorgang(Rehearsal rehearsal) {
        start(rehearsal).avoids(ASSIGN).task(TAKE_OVER).isCreated().hasCandidateGroup("steueramt");

        rehearsal
                .person(TAKE_OVER, answer("VORGANG", null))
                .endsAt("endEvent_PostUebernommen")
                .passes("endEvent_DokumenteAbgelegt")
                .avoids(RECORD);
        assertThat(rehearsal.worker("decision.evaluate").jobs()).hasSize(1);
    }

    @Test
    void whoWorksOnTheVorgangGetsItsPost(Rehearsal rehearsal) {
        decides(rehearsal, "vorgang");
        rehearsal.worker(
                "posteingang.zuordnen", Map.of("gruppen", List.of("steueramt"), "bearbeiter", "erika.musterfrau"));

        start(rehearsal)
                .task(TAKE_OVER)
                .isCreated()
                .hasAssignee("erika.musterfrau")
                .hasCandidateGroup("steueramt");
    }

    @Test
    void aNewVorgangBeginsWithItsForm(Rehearsal rehearsal) {
        rehearsal.worker("posteingang.uebernehmen", Map.of("antragOffen", true));

        start(rehearsal)
                .waitsAt(TAKE_OVER)
                .person(TAKE_OVER, answer("NEUER_VORGANG", null))
                .task(RECORD)
                .isCreated()
                .hasCandidateGroup("steueramt");
        rehearsal.person(RECORD, Map.of()).endsAt("endEvent_PostUebernommen").passes("endEvent_AntragAufgenommen");
    }

    @Test
    void theMailRoomAssignsWhatIsUnsure(Rehearsal rehearsal) {
        decides(rehearsal, "poststelle");
        start(rehearsal).task(ASSIGN).isCreated().hasCandidateGroup("poststelle");

        rehearsal.person(ASSIGN, answer("STELLE", "ordnungsamt")).waitsAt(TAKE_OVER);

        assertThat(rehearsal.worker("posteingang.zuordnen").jobs().getFirst().getVariablesAsMap())
                .containsEntry("stelle", "ordnungsamt");
    }

    @Test
    void whatTheTableCannotDecideGoesToTheMailRoomThatMayFileIt(Rehearsal rehearsal) {
        rehearsal.worker("decision.evaluate").throwsError("nichtEntschieden");

        start(rehearsal)
                .passes("event_PostNichtEingeordnet")
                .waitsAt(ASSIGN)
                .person(ASSIGN, answer("ABLAGE", null))
                .endsAt("endEvent_PostAbgelegt")
                .avoids("serviceTask_ZustaendigkeitFesthalten");
    }

    @Test
    void anOfficePassesPostOnAndTheNextFilesIt(Rehearsal rehearsal) {
        start(rehearsal).waitsAt(TAKE_OVER);
        rehearsal.worker("posteingang.zuordnen", Map.of("gruppen", List.of("ordnungsamt"), "bearbeiter", ""));

        rehearsal
                .person(TAKE_OVER, answer("STELLE", "ordnungsamt"))
                .has("gruppen", List.of("ordnungsamt"))
                .waitsAt(TAKE_OVER)
                .person(TAKE_OVER, answer("ABLAGE", null))
                .endsAt("endEvent_PostAbgelegt");
        assertThat(rehearsal.worker("posteingang.uebernehmen").jobs()).isEmpty();
    }

    @Test
    void anAkteThatWasClosedMeanwhileBringsTheTaskBack(Rehearsal rehearsal) {
        rehearsal.worker("posteingang.uebernehmen").throwsError("akteGeschlossen");
        start(rehearsal).waitsAt(TAKE_OVER);

        rehearsal
                .person(TAKE_OVER, answer("VORGANG", null))
                .passes("event_AkteGeschlossen")
                .waitsAt(TAKE_OVER)
                .person(TAKE_OVER, answer("ABLAGE", null))
                .endsAt("endEvent_PostAbgelegt");
    }

    @Test
    void postThatIsInAnotherProcessIsLeftToIt(Rehearsal rehearsal) {
        rehearsal.worker("posteingang.erkennen", Map.of("neu", false, "fakten", Map.of()));

        start(rehearsal).endsAt("endEvent_PostVorhanden").avoids("serviceTask_PostEinordnen");
    }

    private static void decides(Rehearsal rehearsal, String stelle) {
        rehearsal.worker("decision.evaluate", Map.of("entscheidung", Map.of("stelle", stelle)));
    }

    private static Rehearsal start(Rehearsal rehearsal) {
        return rehearsal.starts("posteingang.eingegangen", ID, Map.of("posteingangId", ID, "ausloeserId", ID));
    }

    /** What the form gives the engine: fields that were not asked are null. */
    @SuppressWarnings("NullAway") // JSON, where null is a value
    private static Map<String, Object> answer(String ergebnis, @Nullable String stelle) {
        var answer = new HashMap<String, Object>();
        answer.put("ergebnis", ergebnis);
        answer.put("stelle", stelle);
        return answer;
    }
}
