package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The procedure {@code geschaeftsgang} on every path, with its workers played. */
class GeschaeftsgangProcessTests extends ProcessTests {

    private static final String ID = "1f0a6f5e-0000-4000-8000-00000000000a";
    private static final String CO_SIGN = "userTask_EntwurfMitzeichnen";
    private static final String SIGN = "userTask_EntwurfSchlusszeichnen";
    private static final String DO = "userTask_VerfuegungAusfuehren";
    private static final String SEE = "userTask_ZurKenntnisNehmen";
    private static final String SEE_AGAIN = "userTask_WiedervorlageAnsehen";
    private static final String REVISE = "userTask_EntwurfUeberarbeiten";
    private static final Map<String, Object> SIGNED = Map.of("vermerk", "GEZEICHNET");
    private static final Map<String, Object> REFUSED = Map.of("vermerk", "NICHT_GEZEICHNET");

    @BeforeEach
    void nothingIsRefused(Rehearsal rehearsal) {
        rehearsal.of("geschaeftsgang").worker("geschaeftsgang.auswerten", Map.of("abgelehnt", false));
    }

    @Test
    void stufeAfterStufeUntilNoneIsLeft(Rehearsal rehearsal) {
        next(rehearsal, schritt("ZUR_MITZEICHNUNG", "karl.mustermann"));
        start(rehearsal).task(CO_SIGN).isCreated().hasAssignee("karl.mustermann");

        next(rehearsal, schritt("SCHLUSSZEICHNUNG", ""));
        rehearsal.person(CO_SIGN, SIGNED).task(SIGN).isCreated().hasCandidateGroup("steueramt");

        none(rehearsal);
        rehearsal
                .person(SIGN, SIGNED)
                .endsAt("endEvent_GeschaeftsgangAbgeschlossen")
                .avoids(REVISE);
        assertThat(rehearsal.worker("geschaeftsgang.naechste").jobs()).hasSize(3);
    }

    @Test
    void everyVerfuegungIsATaskOfItsOwn(Rehearsal rehearsal) {
        next(
                rehearsal,
                schritt("ZUR_BEARBEITUNG", "karl.mustermann"),
                schritt("RUECKSPRACHE", "lea.musterfrau"),
                schritt("ZU_DEN_AKTEN", "rita.musterfrau"));
        start(rehearsal).waitsAt(DO, "userTask_RueckspracheHalten", "userTask_ZuDenAktenVerfuegen");

        none(rehearsal);
        rehearsal
                .person(DO, Map.of())
                .person("userTask_RueckspracheHalten", Map.of())
                .person("userTask_ZuDenAktenVerfuegen", Map.of())
                .endsAt("endEvent_GeschaeftsgangAbgeschlossen");
    }

    @Test
    void theFirstRefusalEndsTheStufeAndTheAuthorPutsTheDraftBeforeThemAgain(Rehearsal rehearsal) {
        next(rehearsal, schritt("ZUR_MITZEICHNUNG", "karl.mustermann"), schritt("ZUR_MITZEICHNUNG", "lea.musterfrau"));
        start(rehearsal).waitsAt(CO_SIGN);
        rehearsal.worker("geschaeftsgang.auswerten").completes(Map.of("abgelehnt", true));

        rehearsal
                .person(CO_SIGN, REFUSED)
                .stops(CO_SIGN)
                .task(REVISE)
                .isCreated()
                .hasAssignee("erika.musterfrau");

        rehearsal.worker("geschaeftsgang.auswerten").completes(Map.of("abgelehnt", false));
        next(rehearsal, schritt("SCHLUSSZEICHNUNG", "karl.mustermann"));
        rehearsal.person(REVISE, Map.of("erneut", true)).waitsAt(SIGN);
        none(rehearsal);
        rehearsal.person(SIGN, SIGNED).endsAt("endEvent_GeschaeftsgangAbgeschlossen");
    }

    @Test
    void aSignatureOfOneOfTwoIsNotEnough(Rehearsal rehearsal) {
        next(rehearsal, schritt("ZUR_MITZEICHNUNG", "karl.mustermann"), schritt("ZUR_MITZEICHNUNG", "lea.musterfrau"));
        start(rehearsal)
                .waitsAt(CO_SIGN)
                .person(CO_SIGN, Map.of("vermerk", "GEZEICHNET_MIT_AENDERUNG"))
                .waitsAt(CO_SIGN)
                .avoids("serviceTask_StufeAuswerten");

        none(rehearsal);
        rehearsal.person(CO_SIGN, SIGNED).endsAt("endEvent_GeschaeftsgangAbgeschlossen");
    }

    @Test
    void aWithdrawnDraftEndsEverythingThatIsOpen(Rehearsal rehearsal) {
        stufe(
                rehearsal,
                List.of(schritt("SCHLUSSZEICHNUNG", "karl.mustermann")),
                List.of(schritt("ZUR_KENNTNIS", "dora.musterfrau")));
        start(rehearsal).waitsAt(SIGN, SEE);
        rehearsal.worker("geschaeftsgang.auswerten").completes(Map.of("abgelehnt", true));

        rehearsal
                .person(SIGN, REFUSED)
                .waitsAt(REVISE, SEE)
                .person(REVISE, Map.of("erneut", false))
                .endsAt("endEvent_EntwurfZurueckgezogen")
                .stops(SEE);
    }

    @Test
    void aGeschaeftsgangDoesNotWaitForThoseWhoAreOnlyToSeeIt(Rehearsal rehearsal) {
        stufe(
                rehearsal,
                List.of(schritt("ZUR_BEARBEITUNG", "karl.mustermann")),
                List.of(schritt("ZUR_KENNTNIS", "dora.musterfrau")));
        start(rehearsal).waitsAt(SEE, DO);

        none(rehearsal);
        rehearsal
                .person(DO, Map.of())
                .passes("endEvent_GeschaeftsgangAbgeschlossen")
                .waitsAt(SEE)
                .person(SEE, Map.of())
                .endsAt("endEvent_KenntnisGenommen");
    }

    @Test
    void aWiedervorlageAppearsOnItsDayAndMayBeMovedBefore(Rehearsal rehearsal) {
        var schritt = schritt("WIEDERVORLAGE", "karl.mustermann");
        schritt.put("wiedervorlageAm", at(rehearsal, Duration.ofDays(7)));
        next(rehearsal, schritt);
        start(rehearsal).waitsAt("gateway_Wiedervorlage").avoids(SEE_AGAIN);

        rehearsal
                .receives(
                        "geschaeftsgang.wiedervorlageVerschoben",
                        String.valueOf(schritt.get("id")),
                        Duration.ofHours(1),
                        Map.of("wiedervorlageAm", at(rehearsal, Duration.ofDays(14))))
                .passes("event_WiedervorlageVerschoben")
                .after(Duration.ofDays(8))
                .avoids(SEE_AGAIN)
                .after(Duration.ofDays(7))
                .waitsAt(SEE_AGAIN);

        none(rehearsal);
        rehearsal.person(SEE_AGAIN, Map.of()).endsAt("endEvent_GeschaeftsgangAbgeschlossen");
    }

    @Test
    void aRepeatedStartBeginsNothing(Rehearsal rehearsal) {
        next(rehearsal, schritt("ZUR_BEARBEITUNG", "karl.mustermann"));
        start(rehearsal).waitsAt(DO);

        assertThat(start(rehearsal).waitsAt(DO).instances()).isEqualTo(1);
    }

    private static Rehearsal start(Rehearsal rehearsal) {
        return rehearsal.starts("geschaeftsgang.gestartet", ID, Map.of("geschaeftsgangId", ID, "ausloeserId", ID));
    }

    private static String at(Rehearsal rehearsal, Duration later) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                rehearsal.now().plus(later).atOffset(ZoneOffset.UTC));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static void next(Rehearsal rehearsal, Map<String, @Nullable Object>... schritte) {
        stufe(rehearsal, List.of(schritte), List.of());
    }

    private static void none(Rehearsal rehearsal) {
        rehearsal.worker("geschaeftsgang.naechste").completes(variables(false, List.of(), List.of()));
    }

    private static void stufe(
            Rehearsal rehearsal,
            List<Map<String, @Nullable Object>> schritte,
            List<Map<String, @Nullable Object>> kenntnisnahmen) {
        rehearsal.worker("geschaeftsgang.naechste").completes(variables(true, schritte, kenntnisnahmen));
    }

    private static Map<String, Object> variables(
            boolean weiter,
            List<Map<String, @Nullable Object>> schritte,
            List<Map<String, @Nullable Object>> kenntnisnahmen) {
        return Map.of(
                "weiter", weiter,
                "verfasser", "erika.musterfrau",
                "schritte", schritte,
                "kenntnisnahmen", kenntnisnahmen);
    }

    /** A step for a person, or without one for the tax office. */
    private static Map<String, @Nullable Object> schritt(String verfuegung, String person) {
        var schritt = new HashMap<String, @Nullable Object>();
        schritt.put("id", "S-" + verfuegung + person);
        schritt.put("verfuegung", verfuegung);
        schritt.put("person", person);
        schritt.put("gruppen", person.isEmpty() ? List.of("steueramt") : List.of());
        schritt.put("terminAm", null);
        schritt.put("wiedervorlageAm", null);
        return schritt;
    }
}
