package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Antraege.Aenderung;
import de.amtsfluss.processes.Antraege.Antrag;
import de.amtsfluss.processes.Antraege.Einreichung;
import de.amtsfluss.processes.Antraege.Festlegung;
import de.amtsfluss.processes.Antraege.Zugang;
import de.amtsfluss.processes.Dokumente.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class AntraegeIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Akteur PAULA = new Akteur("paula.mustermann", "Paula Mustermann", Set.of());
    private static final Akteur FREMDE = new Akteur("frieda.mustermann", "Frieda Mustermann", Set.of());

    @Autowired
    Antraege antraege;

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Aufgaben aufgaben;

    @Autowired
    Dokumente dokumente;

    @Test
    void anApplicationBecomesAVorgangWithItsApplicantAndAProcess() {
        var taken = take(UUID.randomUUID(), angaben("Kunibert"), PAULA);
        var vorgang = taken.vorgang();

        assertThat(vorgang.aktenzeichen()).matches("999-1/\\d{4}-\\d{4}");
        assertThat(vorgang.betreff()).isEqualTo("Probe beantragen");
        assertThat(vorgang.kanal()).isEqualTo("portal");
        assertThat(vorgaenge.beteiligte(vorgang.id()))
                .containsExactly(new Beteiligter(
                        Beteiligter.Rolle.ANTRAGSTELLER,
                        "Kunibert Mustermann",
                        LocalDate.of(1980, 2, 29),
                        new Anschrift("Musterstraße 1", "33602", "Bielefeld"),
                        null,
                        null,
                        Versandweg.POSTFACH,
                        "paula.mustermann"));
        assertThat(vorgaenge.beteiligte(vorgang.id(), Probe.FREMDER)).isEmpty();
        awaitAufgabe(vorgang);
    }

    @Test
    void aRepeatGivesTheSameVorgangAndOtherValuesUnderTheSameIdAreRefused() {
        var id = UUID.randomUUID();
        var first = take(id, angaben("Kunibert"), PAULA);

        assertThat(take(id, angaben("Kunibert"), PAULA)).isEqualTo(first);
        assertThat(antraege.einreichen(portal(id, angaben("Hildegund"), PAULA)))
                .isInstanceOf(Einreichung.Abgelehnt.class);
        awaitAufgabe(first.vorgang());
        assertThat(aufgaben.list(Probe.PRUEFER).stream()
                        .filter(aufgabe -> first.vorgang().id().equals(aufgabe.vorgang())))
                .hasSize(1);
    }

    @Test
    void whicheverWayItComesInTheVorgangIsTheSame() {
        for (var kanal : List.of(Kanal.SCHALTER, Kanal.TELEFON, Kanal.BRIEF, Kanal.EMAIL)) {
            var taken = antraege.einreichen(
                    new Antrag(UUID.randomUUID(), "antrag-probe", kanal, angaben("Kunibert"), null, Probe.PRUEFER));
            assertThat(taken)
                    .isInstanceOfSatisfying(
                            Einreichung.Angenommen.class,
                            one -> assertThat(one.vorgang().kanal()).isEqualTo(kanal.wort()));
        }
        assertThat(antraege.einreichen(new Antrag(
                        UUID.randomUUID(), "antrag-probe", Kanal.TELEFON, angaben("Kunibert"), null, Probe.FREMDER)))
                .isInstanceOf(Einreichung.Abgelehnt.class);
        assertThat(antraege.einreichen(new Antrag(
                        UUID.randomUUID(), "antrag-probe", Kanal.SCHALTER, angaben("Kunibert"), PAULA, null)))
                .isInstanceOf(Einreichung.Abgelehnt.class);
        assertThat(antraege.einreichen(
                        new Antrag(UUID.randomUUID(), "container-leeren", Kanal.PORTAL, Map.of(), PAULA, null)))
                .isEqualTo(new Einreichung.Abgelehnt("Diese Leistung gibt es hier nicht."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fremd        | x                    | ist kein Feld dieses Formulars
            geburtsdatum | 1899-12-31           | liegt zu weit zurück
            geburtsdatum | 9999-01-01           | darf nicht in der Zukunft liegen
            geburtsdatum | 31.12.1980           | muss ein Datum sein
            email        | a@b                  | ist keine E-Mail-Adresse
            email        | a b@example.org      | ist keine E-Mail-Adresse
            grund        | weil                 | wird bei diesen Angaben nicht gefragt
            plz          | 3360a                | hat nicht die verlangte Form
            art          | riesig               | enthält keine der angebotenen Antworten
            """)
    void whatTheFormDoesNotAllowIsSaidAtTheField(String key, String value, String sentence) {
        var angaben = angaben("Kunibert");
        angaben.put(key, value);

        assertMangel(angaben, key, sentence);
    }

    @Test
    void whatCannotBeWrittenIsRefusedAndMarkupStaysText() {
        var nul = angaben("Kuni\0bert");
        assertMangel(nul, "vorname", "Zeichen, die nicht geschrieben werden können");
        var turned = angaben("Kuni\u202ebert");
        assertMangel(turned, "vorname", "Zeichen, die nicht geschrieben werden können");

        var taken = take(UUID.randomUUID(), angaben("<script>alert(1)</script>"), PAULA);
        assertThat(vorgaenge.beteiligte(taken.vorgang().id()).getFirst().name())
                .isEqualTo("<script>alert(1)</script> Mustermann");
    }

    @Test
    void aFieldThatIsAskedForOnlyInOneCaseMustBeFilledInThen() {
        var gross = angaben("Kunibert");
        gross.put("art", "gross");
        assertMangel(gross, "grund", "muss ausgefüllt werden");
        gross.put("grund", "weil");

        assertThat(antraege.einreichen(portal(UUID.randomUUID(), gross, PAULA)))
                .isInstanceOf(Einreichung.Angenommen.class);
    }

    @Test
    void onlyWhoMayKnowLearnsWhereAnApplicationStands() {
        var taken = take(UUID.randomUUID(), angaben("Kunibert"), PAULA);
        var id = taken.vorgang().id();
        var aktenzeichen = taken.vorgang().aktenzeichen();

        assertThat(antraege.stand(new Zugang.Konto(id, PAULA))).isPresent();
        assertThat(antraege.stand(new Zugang.Konto(id, FREMDE))).isEmpty();
        assertThat(antraege.stand(new Zugang.Amt(id, Probe.PRUEFER))).isPresent();
        assertThat(antraege.stand(new Zugang.Amt(id, Probe.FREMDER))).isEmpty();
        assertThat(antraege.stand(new Zugang.Code(aktenzeichen, taken.zugangscode())))
                .isPresent();
        var spoken = taken.zugangscode().toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(antraege.stand(new Zugang.Code(" " + aktenzeichen, spoken))).isPresent();
        assertThat(antraege.stand(new Zugang.Code(aktenzeichen, "2222-2222-2222")))
                .isEmpty();
        assertThat(antraege.stand(new Zugang.Code(aktenzeichen, ""))).isEmpty();
        assertThat(antraege.stand(new Zugang.Code("999-1/9999-2026", taken.zugangscode())))
                .isEmpty();
        assertThat(antraege.eigene(PAULA))
                .extracting(stand -> stand.vorgang().id())
                .contains(id);
        assertThat(antraege.eigene(FREMDE)).isEmpty();
    }

    @Test
    void aCorrectionIsSeenBeforeTheDecisionAndNothingIsTakenAfterIt() {
        var taken = take(UUID.randomUUID(), angaben("Kunibert"), PAULA);
        var id = taken.vorgang().id();
        var konto = new Zugang.Konto(id, PAULA);
        assertThat(antraege.fassung(id)).isEqualTo(1);

        assertThat(antraege.ergaenzen(konto, angaben("Hildegund"))).isEqualTo(new Aenderung.Geaendert());
        assertThat(antraege.festlegen(id, 1)).isEqualTo(Festlegung.GEAENDERT);
        assertThat(antraege.festlegen(id, 2)).isEqualTo(Festlegung.FESTGELEGT);
        assertThat(antraege.festlegen(id, 2)).isEqualTo(Festlegung.FESTGELEGT);

        assertThat(antraege.ergaenzen(konto, angaben("Kunigunde"))).isInstanceOf(Aenderung.ZuSpaet.class);
        assertThat(antraege.zuruecknehmen(konto)).isInstanceOf(Aenderung.ZuSpaet.class);
        assertThat(vorgaenge.beteiligte(id)).extracting(Beteiligter::name).containsExactly("Hildegund Mustermann");
        assertThat(vorgaenge.find(id).orElseThrow().daten()).containsEntry("vorname", "Hildegund");
    }

    @Test
    void aWrongCorrectionChangesNothingAndAStrangersNeither() {
        var taken = take(UUID.randomUUID(), angaben("Kunibert"), PAULA);
        var id = taken.vorgang().id();
        var wrong = angaben("Kunibert");
        wrong.put("plz", "x");

        assertThat(antraege.ergaenzen(new Zugang.Konto(id, PAULA), wrong)).isInstanceOf(Aenderung.Unvollstaendig.class);
        assertThat(antraege.ergaenzen(new Zugang.Konto(id, FREMDE), angaben("Frieda")))
                .isEqualTo(new Aenderung.Unbekannt());
        assertThat(antraege.zuruecknehmen(new Zugang.Code(taken.vorgang().aktenzeichen(), "falsch")))
                .isEqualTo(new Aenderung.Unbekannt());
        assertThat(antraege.fassung(id)).isEqualTo(1);
    }

    @Test
    void aProofIsFiledAndSeenBeforeTheDecision() {
        var taken = take(UUID.randomUUID(), angaben("Kunibert"), PAULA);
        var id = taken.vorgang().id();
        var konto = new Zugang.Konto(id, PAULA);

        assertThat(prove(konto, "../../Nachweis.txt", "Ein Nachweis"))
                .isInstanceOfSatisfying(Upload.Kept.class, kept -> {
                    assertThat(kept.dokument().name()).doesNotContain("..");
                    assertThat(kept.dokument().abgelegtAm()).isNotNull();
                });
        assertThat(prove(konto, "Nachweis.pdf", "MZ das ist kein PDF")).isInstanceOf(Upload.Refused.class);
        assertThat(prove(new Zugang.Konto(id, FREMDE), "Nachweis.txt", "Fremd")).isInstanceOf(Upload.NotFound.class);
        assertThat(antraege.festlegen(id, 1)).isEqualTo(Festlegung.GEAENDERT);
        assertThat(antraege.festlegen(id, 2)).isEqualTo(Festlegung.FESTGELEGT);
        assertThat(prove(konto, "Nachweis.txt", "Zu spät")).isInstanceOf(Upload.Refused.class);
        assertThat(dokumente.of(id)).hasSize(1);
    }

    private Upload prove(Zugang zugang, String name, String text) {
        return antraege.nachweisen(zugang, name, null, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aWithdrawalReachesTheProcess() {
        var vorgang = take(UUID.randomUUID(), angaben("Kunibert"), PAULA).vorgang();
        awaitAufgabe(vorgang);

        assertThat(antraege.zuruecknehmen(new Zugang.Amt(vorgang.id(), Probe.PRUEFER)))
                .isEqualTo(new Aenderung.Geaendert());

        assertThat(antraege.festlegen(vorgang.id(), 1)).isEqualTo(Festlegung.ZURUECKGENOMMEN);
        await().atMost(PATIENCE)
                .until(() -> aufgaben.list(Probe.PRUEFER).stream()
                        .noneMatch(aufgabe -> vorgang.id().equals(aufgabe.vorgang())));
    }

    @Test
    void nothingPersonalReachesTheEngine(LocalStack stack) throws IOException {
        var vorgang = take(UUID.randomUUID(), angaben("Rumpelstilz"), PAULA).vorgang();
        awaitAufgabe(vorgang);
        antraege.ergaenzen(new Zugang.Konto(vorgang.id(), PAULA), angaben("Rumpelstilz"));
        antraege.zuruecknehmen(new Zugang.Konto(vorgang.id(), PAULA));
        await().atMost(PATIENCE)
                .until(() -> aufgaben.list(Probe.PRUEFER).stream()
                        .noneMatch(aufgabe -> vorgang.id().equals(aufgabe.vorgang())));

        assertThat(engineKnows(stack, vorgang.id().toString())).isTrue();
        for (var personal : List.of("Rumpelstilz", "1980-02-29", "Musterstra", "paula.mustermann")) {
            assertThat(engineKnows(stack, personal)).as(personal).isFalse();
        }
    }

    /** Whether a text stands in any file of the engine: its log holds each record as it was written. */
    private static boolean engineKnows(LocalStack stack, String text) throws IOException {
        var wanted = text.getBytes(StandardCharsets.UTF_8);
        try (var files = Files.walk(stack.state().resolve("zeebe"))) {
            return files.filter(Files::isRegularFile).anyMatch(file -> contains(file, wanted));
        }
    }

    private static boolean contains(Path file, byte[] wanted) {
        try {
            var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            // The engine writes and removes files while it runs.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAufgabe(Vorgang vorgang) {
        await().atMost(PATIENCE)
                .until(() -> aufgaben.list(Probe.PRUEFER).stream()
                        .anyMatch(aufgabe -> vorgang.id().equals(aufgabe.vorgang())));
    }

    private Einreichung.Angenommen take(UUID id, Map<String, @Nullable Object> angaben, Akteur konto) {
        var einreichung = antraege.einreichen(portal(id, angaben, konto));
        assertThat(einreichung).isInstanceOf(Einreichung.Angenommen.class);
        return (Einreichung.Angenommen) einreichung;
    }

    private void assertMangel(Map<String, @Nullable Object> angaben, String key, String sentence) {
        assertThat(antraege.einreichen(portal(UUID.randomUUID(), angaben, PAULA)))
                .isInstanceOfSatisfying(
                        Einreichung.Unvollstaendig.class,
                        not -> assertThat(not.maengel())
                                .hasEntrySatisfying(
                                        key, text -> assertThat(text).contains(sentence)));
    }

    private static Antrag portal(UUID id, Map<String, @Nullable Object> angaben, Akteur konto) {
        return new Antrag(id, "antrag-probe", Kanal.PORTAL, angaben, konto, null);
    }

    private static Map<String, @Nullable Object> angaben(String vorname) {
        return new HashMap<>(Map.of(
                "vorname", vorname,
                "nachname", "Mustermann",
                "geburtsdatum", "1980-02-29",
                "strasse", "Musterstraße 1",
                "plz", "33602",
                "ort", "Bielefeld",
                "versandweg", "postfach",
                "art", "klein"));
    }
}
