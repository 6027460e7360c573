package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ProcessTests;
import de.amtsfluss.deploy.rehearsal.Rehearsal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The procedure {@code hundesteuer-anmelden} on every path, with its workers played. */
class HundesteuerAnmeldenProcessTests extends ProcessTests {

    private static final String VORGANG = "V-1";
    private static final String VERSAND = "S-1";
    private static final String PRUEFEN = "userTask_BefreiungPruefen";
    private static final Duration ANNOUNCED = Duration.ofDays(4);
    private static final Duration OVER_A_WEEKEND = Duration.ofDays(3);
    private static final Duration FOUR_WEEKS = Duration.ofDays(28);

    @BeforeEach
    void everyWorkerDoesItsWork(Rehearsal rehearsal) {
        rehearsal
                .of("hundesteuer-anmelden")
                .worker("vorgaenge.begin", Map.of("neu", true))
                .worker("notifications.send", Map.of())
                .worker("hundesteuer.vorbereiten", Map.of("fassung", 1, "befreiungBeantragt", false))
                .worker("antraege.abgeben", Map.of())
                .worker("antraege.festlegen", Map.of("angabenstand", "festgelegt"))
                .worker("hundesteuer.festsetzen", Map.of("steuerfrei", false))
                .worker("documents.render", Map.of("dokumentId", "D-1"))
                .worker("eakte.file", Map.of())
                .worker("notifications.deliver", Map.of("versandId", VERSAND))
                .worker("vorgaenge.close", Map.of())
                .worker("fristen.beginnen", Map.of())
                .worker("fristen.anhalten", Map.of())
                .worker("fristen.fortsetzen", Map.of())
                .worker("fristen.pruefen", Map.of("anlass", "keiner"));
        decides(rehearsal, "KEINE", "KEINE");
        frist(rehearsal, ANNOUNCED);
    }

    @Test
    void aDogIsRegisteredWithoutAnybodyDeciding(Rehearsal rehearsal) {
        start(rehearsal).waitsAt("event_BescheidVersandt").avoids(PRUEFEN, "serviceTask_AnOrdnungsamtAbgeben");

        sent(rehearsal)
                .after(ANNOUNCED)
                .endsAt("endEvent_HundAngemeldet")
                .passes(
                        "endEvent_BescheidBekanntgegeben",
                        "endEvent_OrdnungsamtNichtZustaendig",
                        "endEvent_OhneBefreiung");
        assertThat(rehearsal.worker("hundesteuer.festsetzen").jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.getVariablesAsMap()).containsEntry("befreiungGewaehrt", false));
    }

    @Test
    void aDogOfACertainBreedIsHandedOverToTheOrdnungsamt(Rehearsal rehearsal) {
        decides(rehearsal, "ERLAUBNIS", "KEINE");

        start(rehearsal)
                .passes("serviceTask_AnOrdnungsamtAbgeben", "endEvent_OrdnungsamtBeteiligt")
                .waitsAt("event_BescheidVersandt");

        assertThat(rehearsal.worker("antraege.abgeben").jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.getCustomHeaders())
                        .containsEntry("verfahren", "hundehaltung-pruefen")
                        .hasEntrySatisfying(
                                "felder", felder -> assertThat(felder).doesNotContain("befreiung")));
    }

    @Test
    void anExemptionIsGrantedByAClerk(Rehearsal rehearsal) {
        decides(rehearsal, "KEINE", "BEFREIT");
        rehearsal.worker("hundesteuer.festsetzen").completes(Map.of("steuerfrei", true));

        start(rehearsal).task(PRUEFEN).isCreated().hasCandidateGroup("steueramt");
        rehearsal.person(PRUEFEN, Map.of("befreiungGewaehrt", true)).passes("endEvent_BefreiungGeprueft");

        sent(rehearsal).after(ANNOUNCED).endsAt("endEvent_HundSteuerfreiAngemeldet");
        assertThat(result(rehearsal)).isEqualTo("steuerfreiAngemeldet");
        assertThat(rehearsal.worker("hundesteuer.festsetzen").jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.getVariablesAsMap()).containsEntry("befreiungGewaehrt", true));
    }

    @Test
    void anExemptionIsRefusedByAClerk(Rehearsal rehearsal) {
        decides(rehearsal, "KEINE", "ERMAESSIGT");

        start(rehearsal).person(PRUEFEN, Map.of("befreiungGewaehrt", false)).waitsAt("event_BescheidVersandt");

        assertThat(rehearsal.worker("hundesteuer.festsetzen").jobs())
                .singleElement()
                .satisfies(job -> assertThat(job.getVariablesAsMap()).containsEntry("befreiungGewaehrt", false));
    }

    @Test
    void aMissingProofThatComesInTimeIsCheckedAnew(Rehearsal rehearsal) {
        decides(rehearsal, "KEINE", "NACHFORDERN");
        frist(rehearsal, FOUR_WEEKS);
        start(rehearsal).waitsAt("gateway_NachweisAbwarten").passes("serviceTask_NachweisNachfordern");

        decides(rehearsal, "KEINE", "BEFREIT");
        rehearsal.worker("antraege.festlegen").completes(Map.of("angabenstand", "geaendert"));
        rehearsal
                .receives("hundesteuer-anmelden.angabenErgaenzt", VORGANG, Duration.ofHours(1), Map.of())
                .passes("endEvent_NachweisEingegangen")
                .waitsAt(PRUEFEN);

        rehearsal.worker("antraege.festlegen").completes(Map.of("angabenstand", "festgelegt"));
        rehearsal.person(PRUEFEN, Map.of("befreiungGewaehrt", true)).waitsAt("event_BescheidVersandt");
        assertThat(rehearsal.worker("hundesteuer.vorbereiten").jobs()).hasSize(2);
    }

    @Test
    void withoutTheProofTheTaxIsSetInFull(Rehearsal rehearsal) {
        decides(rehearsal, "KEINE", "NACHFORDERN");
        frist(rehearsal, FOUR_WEEKS);

        start(rehearsal)
                .waitsAt("gateway_NachweisAbwarten")
                .after(FOUR_WEEKS)
                .passes("endEvent_NachweisFehlt")
                .waitsAt("event_BescheidVersandt")
                .avoids(PRUEFEN);
    }

    @Test
    void theClockStandsWhileTheProofIsMissing(Rehearsal rehearsal) {
        decides(rehearsal, "KEINE", "NACHFORDERN");
        frist(rehearsal, FOUR_WEEKS);
        start(rehearsal).waitsAt("gateway_NachweisAbwarten");
        assertThat(rehearsal.worker("fristen.anhalten").jobs()).hasSize(1);
        assertThat(rehearsal.worker("fristen.fortsetzen").jobs()).isEmpty();

        rehearsal.after(FOUR_WEEKS).waitsAt("event_BescheidVersandt");

        assertThat(rehearsal.worker("fristen.fortsetzen").jobs()).hasSize(1);
    }

    @Test
    void theOfficeIsRemindedAndItsHeadToldWhileAClerkChecks(Rehearsal rehearsal) {
        decides(rehearsal, "KEINE", "BEFREIT");
        start(rehearsal).waitsAt(PRUEFEN).after(OVER_A_WEEKEND).passes("endEvent_NichtsZuErinnern");

        rehearsal.worker("fristen.pruefen").completes(Map.of("anlass", "erinnerung"));
        rehearsal.after(OVER_A_WEEKEND).passes("endEvent_AmtErinnert");
        rehearsal.worker("fristen.pruefen").completes(Map.of("anlass", "eskalation"));
        rehearsal.after(OVER_A_WEEKEND).passes("endEvent_LeitungInformiert").waitsAt(PRUEFEN);

        rehearsal.person(PRUEFEN, Map.of("befreiungGewaehrt", true)).waitsAt("event_BescheidVersandt");
        assertThat(rehearsal.worker("notifications.send").jobs())
                .extracting(job -> job.getCustomHeaders().get("recipient"))
                .contains("antragsteller", "steueramt", "steueramt-leitung");
    }

    @Test
    void whatIsTakenBackWhileAClerkChecksEndsThere(Rehearsal rehearsal) {
        decides(rehearsal, "KEINE", "BEFREIT");
        start(rehearsal).waitsAt(PRUEFEN);

        rehearsal
                .receives("hundesteuer-anmelden.antragZurueckgenommen", VORGANG, Duration.ofHours(1), Map.of())
                .endsAt("endEvent_RuecknahmeVermerkt")
                .stops(PRUEFEN)
                .avoids("serviceTask_SteuerFestsetzen");
        assertThat(result(rehearsal)).isEqualTo("zurueckgenommen");
    }

    @Test
    void whatIsTakenBackAtTheLastMomentIsNotDecided(Rehearsal rehearsal) {
        rehearsal.worker("antraege.festlegen").completes(Map.of("angabenstand", "zurueckgenommen"));

        start(rehearsal)
                .endsAt("endEvent_AnmeldungZurueckgenommen")
                .avoids("serviceTask_SteuerFestsetzen")
                .passes("serviceTask_RuecknahmeFesthalten");
    }

    @Test
    void aRepeatedRegistrationBeginsNothing(Rehearsal rehearsal) {
        rehearsal.worker("vorgaenge.begin").completes(Map.of("neu", false));

        start(rehearsal).endsAt("endEvent_AnmeldungVorhanden").avoids("serviceTask_EingangBestaetigen");
    }

    @Test
    void aDispatchOfAnotherBescheidChangesNothing(Rehearsal rehearsal) {
        start(rehearsal).waitsAt("event_BescheidVersandt");

        rehearsal
                .receives("versand.erfolgt", "S-2", Duration.ofHours(1), Map.of("versandtAm", "2026-11-26"))
                .waitsAt("event_BescheidVersandt");
    }

    private static Rehearsal start(Rehearsal rehearsal) {
        return rehearsal.starts(
                "hundesteuer-anmelden.antragEingegangen",
                VORGANG,
                Map.of(
                        "vorgangId", VORGANG,
                        "aktenzeichen", "200.2-20.31/0001-2026",
                        "eingegangenAm", "2026-11-26T10:00:00Z",
                        "ausloeserId", "A-1"));
    }

    private static Rehearsal sent(Rehearsal rehearsal) {
        return rehearsal
                .waitsAt("event_BescheidVersandt")
                .receives(
                        "versand.erfolgt",
                        VERSAND,
                        Duration.ofHours(1),
                        Map.of("versandtAm", "2026-11-26", "versandweg", "BRIEF"))
                .waitsAt("event_BekanntgabeEingetreten");
    }

    private static @Nullable Object result(Rehearsal rehearsal) {
        var jobs = rehearsal.worker("vorgaenge.close").jobs();
        assertThat(jobs).hasSize(1);
        return jobs.getFirst().getVariablesAsMap().get("ergebnis");
    }

    /** Both tables are asked by the same job type; each step maps only the output it knows. */
    private static void decides(Rehearsal rehearsal, String folge, String befreiung) {
        rehearsal
                .worker("decision.evaluate", Map.of())
                .worker("decision.evaluate")
                .completes(Map.of("entscheidung", Map.of("folge", folge, "ergebnis", befreiung)));
    }

    private static void frist(Rehearsal rehearsal, Duration duration) {
        var end = rehearsal.now().plus(duration).toString();
        rehearsal
                .worker("fristen.berechnen", Map.of())
                .worker("fristen.berechnen")
                .completes(Map.of("fristEndeAm", end.substring(0, 10), "fristEndeUm", end));
    }
}
