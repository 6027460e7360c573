package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Antraege.Antrag;
import de.amtsfluss.processes.Antraege.Einreichung;
import de.amtsfluss.processes.Auskuenfte.Format;
import de.amtsfluss.processes.Auskuenfte.Neu;
import de.amtsfluss.processes.Auskuenfte.Outcome;
import de.amtsfluss.processes.Auskunft.Kandidat;
import de.amtsfluss.processes.Auskunft.Merkmal;
import de.amtsfluss.processes.Auskunft.Nachweis;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.Auskunft.Verlaengerung;
import de.amtsfluss.processes.Auskunft.Zustand;
import de.amtsfluss.processes.Auskunftsinhalt.Angabe;
import de.amtsfluss.processes.Auskunftsinhalt.Zugriff;
import de.amtsfluss.processes.Beteiligter.Rolle;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import de.amtsfluss.processes.vorgang.NeuerVorgang;
import de.amtsfluss.processes.vorgang.Vorgangsanlage;
import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers by Art. 15 DSGVO, on a real database. */
@SpringBootTest(properties = "amtsfluss.roles=web")
@WithLocalStack(Part.POSTGRESQL)
class AuskuenfteTests {

    private static final Akteur DORA = new Akteur("dora.musterfrau", "Dora Musterfrau", Set.of("datenschutz"));
    private static final LocalDate BORN = LocalDate.of(1980, 2, 29);
    private static final Anschrift ANSCHRIFT = new Anschrift("Musterstraße 1", "33602", "Bielefeld");

    @Autowired
    Auskuenfte auskuenfte;

    @Autowired
    Antraege antraege;

    @Autowired
    Vorgangsanlage anlage;

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Dokumente dokumente;

    @Autowired
    Entscheidungen entscheidungen;

    @Autowired
    Verschluesselung verschluesselung;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    JsonMapper json;

    /** No test meets the people of another. */
    final String nachname = "Müßterhölm"
            + UUID.randomUUID().toString().replaceAll("[^a-f]", "x").substring(0, 20);

    @Test
    void findsAPersonHoweverTheNameIsWrittenAndNotTheNamesake() {
        var applied = applied("Jürgen", nachname, BORN, null);
        var handedOver = vorgang(person("JUERGEN-" + nachname.toUpperCase(Locale.GERMAN), BORN));
        var turned = vorgang(person(nachname + ", Jürgen", BORN));
        var withoutBirthday = vorgang(person("jürgen  " + nachname, null));
        vorgang(person("Jürgen " + nachname, LocalDate.of(1990, 1, 1)));
        vorgang(person("Jürgen Anders", BORN));

        var found = searched(new Person("Jürgen", nachname, null, BORN, null, null, null));

        assertThat(found.kandidaten())
                .extracting(Kandidat::vorgang)
                .containsExactlyInAnyOrder(applied, handedOver, turned, withoutBirthday);
        assertThat(of(found, withoutBirthday).merkmale()).containsExactly(Merkmal.NAME);
        assertThat(of(found, applied).merkmale()).containsExactly(Merkmal.NAME_UND_GEBURTSDATUM);
        assertThat(of(found, applied).beteiligter())
                .isNotNull()
                .satisfies(one -> assertThat(one.geburtsdatum()).isEqualTo(BORN));
        assertThat(searched(new Person("Jürgen", nachname, null, null, null, null, null))
                        .kandidaten())
                .hasSize(5);
    }

    @Test
    void findsAPersonByAddressAccountAndEarlierName() {
        var mail = nachname.replaceAll("[^a-z]", "") + "@example.org";
        var konto = "konto-" + nachname;
        var byMail = vorgang(new Beteiligter(
                Rolle.ANTRAGSTELLER,
                "Anders",
                null,
                null,
                mail.toUpperCase(Locale.ROOT),
                null,
                Versandweg.EMAIL,
                null));
        var byAccount = applied("Ganz", "Anders", null, new Akteur(konto, "Ganz Anders", Set.of()));
        var byEarlierName = vorgang(person("Jutta Früher" + nachname, BORN));

        var found = searched(new Person("Jutta", nachname, "Früher" + nachname, BORN, null, mail, konto));

        assertThat(found.kandidaten())
                .extracting(Kandidat::vorgang)
                .containsExactlyInAnyOrder(byMail, byAccount, byEarlierName);
        assertThat(of(found, byMail).merkmale()).containsExactly(Merkmal.EMAIL);
        assertThat(of(found, byAccount).merkmale()).containsExactly(Merkmal.KONTO);
    }

    @Test
    void olderVorgaengeAreMadeFindable() throws Exception {
        var mail = nachname.replaceAll("[^a-z]", "") + "@example.org";
        var vorgang =
                vorgang(new Beteiligter(Rolle.ANTRAGSTELLER, "Anders", null, null, mail, null, Versandweg.EMAIL, null));
        jdbc.sql("delete from processes.beteiligter_kennzeichen where vorgang_id = :id")
                .param("id", vorgang.value())
                .update();
        var wanted = new Person("", nachname, null, null, null, mail, null);
        assertThat(searched(wanted).kandidaten()).isEmpty();

        try (var connection = dataSource.getConnection()) {
            new KennzeichenMigration(verschluesselung).migrate(context(connection));
        }

        assertThat(searched(wanted).kandidaten()).extracting(Kandidat::vorgang).containsExactly(vorgang);
    }

    @Test
    void nothingIsSearchedOrToldBeforeItWasCheckedWhoAsks() {
        vorgang(person("Jutta " + nachname, BORN));
        var request = request(new Person("Jutta", nachname, null, BORN, null, null, null));

        assertThat(auskuenfte.search(request.id(), DORA))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.saetze().getFirst()).contains("wer anfragt"));
        assertThat(auskuenfte.release(request.id(), DORA)).isInstanceOf(Outcome.Refused.class);
        assertThat(now(request).kandidaten()).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("update processes.auskunft set gesucht_am = now() where id = :id")
                        .param("id", request.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);

        done(auskuenfte.identify(request.id(), Nachweis.AUSWEIS, DORA));

        assertThat(now(request).zustand()).isEqualTo(Zustand.GEPRUEFT);
        assertThat(auskuenfte.identify(request.id(), Nachweis.AUSWEIS, DORA)).isInstanceOf(Outcome.Refused.class);
        assertThat(done(auskuenfte.search(request.id(), DORA)).kandidaten()).hasSize(1);
    }

    @Test
    void forEverybodyElseThereIsNothing() {
        var vorgang = vorgang(person("Jutta " + nachname, BORN));
        var id = searched(new Person("Jutta", nachname, null, BORN, null, null, null))
                .id();
        done(auskuenfte.judge(id, vorgang, Urteil.BESTAETIGT, DORA));
        var before = protokoll();

        for (var stranger : List.of(Probe.PRUEFER, new Akteur("otto.mustermann", "Otto", Set.of("steueramt")))) {
            assertThat(auskuenfte.list(stranger)).isEmpty();
            assertThat(auskuenfte.find(id, stranger)).isEmpty();
            assertThat(auskuenfte.preview(id, vorgang, stranger)).isEmpty();
            assertThat(auskuenfte.answer(id, Format.JSON, stranger)).isEmpty();
            assertThat(List.of(
                            auskuenfte.request(neu(new Person("", "Anders", null, null, null, null, null)), stranger),
                            auskuenfte.identify(id, Nachweis.AUSWEIS, stranger),
                            auskuenfte.search(id, stranger),
                            auskuenfte.judge(id, vorgang, Urteil.AUSGESCHLOSSEN, stranger),
                            auskuenfte.check(id, vorgang, Set.of(), "", stranger),
                            auskuenfte.extend(id, new Verlaengerung("viel", today()), stranger),
                            auskuenfte.release(id, stranger),
                            auskuenfte.reject(id, "darum", stranger)))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.NotFound.class));
        }

        assertThat(protokoll()).isEqualTo(before);
        assertThat(auskuenfte.search(UUID.randomUUID(), DORA)).isInstanceOf(Outcome.NotFound.class);
        assertThat(auskuenfte.judge(id, VorgangId.random(), Urteil.BESTAETIGT, DORA))
                .isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void tellsWhatIsKeptAndNothingOfTheOtherParty() {
        var other = new Beteiligter(
                Rolle.ANTRAGSTELLER,
                "Friederike Fremdling",
                LocalDate.of(1975, 5, 5),
                new Anschrift("Andersweg 99", "33602", "Bielefeld"),
                "fremd@example.org",
                "0521 987654",
                Versandweg.BRIEF,
                "konto-fremd");
        var own = new Beteiligter(
                Rolle.BETROFFENER, "Jutta " + nachname, BORN, ANSCHRIFT, null, null, Versandweg.BRIEF, null);
        var vorgang = vorgang(
                Map.of(
                        "vorname", "Friederike",
                        "meldung", "Frau FREMDLING (Tel. 0521/987654) beschwert sich",
                        "kontakt", Map.of("mail", "Fremd@Example.org"),
                        "seit", "05.05.1975",
                        "beobachtung", "Der Nachbar Herr Niemand sah es auch",
                        "hundName", "Bello"),
                own,
                other);
        received(vorgang, "Vollmacht Fremdling.txt");
        received(vorgang, "Foto.txt");
        decide(vorgang);
        var id = searched(new Person("Jutta", nachname, null, BORN, null, null, null))
                .id();
        done(auskuenfte.judge(id, vorgang, Urteil.BESTAETIGT, DORA));

        var preview = auskuenfte.preview(id, vorgang, DORA).orElseThrow();
        assertThat(preview.zuPruefen()).contains("angabe.beobachtung").anyMatch(key -> key.startsWith("dokument."));
        done(auskuenfte.check(id, vorgang, Set.of("angabe.beobachtung", "erfunden"), preview.stand(), DORA));
        done(auskuenfte.release(id, DORA));

        for (var format : Format.values()) {
            assertThat(text(id, format))
                    .doesNotContainIgnoringCase("Fremd")
                    .doesNotContain("Friederike", "987654", "05.05.1975", "1975-05-05", "Andersweg", "Niemand", "konto-fremd")
                    .contains("Bello", "Foto.txt");
        }
        var told = answer(id).path("vorgaenge").path(0);
        assertThat(told.path("rolle").asString()).isEqualTo("betroffene Person");
        assertThat(told.path("weitereBeteiligte").path(0).asString()).isEqualTo("antragstellende Person");
        assertThat(told.path("herkunft").asString()).contains("anderen beteiligten Person");
        assertThat(told.path("verarbeitung").path("rechtsgrundlage").asString()).contains("KAG NRW");
        assertThat(told.path("verarbeitung").path("aufbewahrung").asString())
                .isEqualTo("10 Jahre ab dem Ende des Vorgangs");
        assertThat(told.path("entscheidungen")
                        .path(0)
                        .path("begruendung")
                        .path(0)
                        .asString())
                .contains("97,5 %");
        assertThat(told.path("automatisiert").asBoolean()).isTrue();
        assertThat(told.path("zugriffe").toString()).contains("Datenschutz").doesNotContain("dora");
    }

    @Test
    void answersOnlyWhatWasJudgedAndCheckedAsItIsNow() {
        var vorgang = vorgang(Map.of("hundName", "Bello"), person("Jutta " + nachname, BORN));
        var person = new Person("Jutta", nachname, null, BORN, null, null, null);
        var id = request(person).id();
        done(auskuenfte.identify(id, Nachweis.VOLLMACHT, DORA));
        assertRefused(id, "noch nicht gesucht");
        done(auskuenfte.search(id, DORA));
        assertRefused(id, "steht noch nicht fest");
        assertThat(auskuenfte.check(id, vorgang, Set.of(), "", DORA)).isInstanceOf(Outcome.Refused.class);
        done(auskuenfte.judge(id, vorgang, Urteil.BESTAETIGT, DORA));
        assertRefused(id, "nicht auf Daten Dritter geprüft");
        assertThat(auskuenfte.check(id, vorgang, Set.of(), "veraltet", DORA)).isInstanceOf(Outcome.Refused.class);
        check(id, vorgang);
        vorgaenge.supplement(vorgang, Map.of("hundName", "Hasso"));
        assertRefused(id, "seit der Prüfung");
        check(id, vorgang);
        var late = vorgang(person("Jutta " + nachname, BORN));
        assertRefused(id, "hinzugekommen");
        done(auskuenfte.judge(id, late, Urteil.AUSGESCHLOSSEN, DORA));
        assertThat(auskuenfte.answer(id, Format.PDF, DORA)).isEmpty();

        assertThat(done(auskuenfte.release(id, DORA)).zustand()).isEqualTo(Zustand.ERTEILT);

        var told = answer(id);
        assertThat(told.path("schema").asString()).isEqualTo("amtsfluss-auskunft/1");
        assertThat(told.path("vorgaenge")).hasSize(1);
        assertThat(told.path("vorgaenge").path(0).path("angaben").path(0))
                .isEqualTo(json.valueToTree(new Angabe("angabe.hundName", "Rufname", "Hasso", "Hasso")));
        assertThat(told.path("rechte").toString()).contains("Art. 77 DSGVO", "Art. 16", "Art. 17", "Art. 21");
        assertThat(auskuenfte.release(id, DORA)).isInstanceOf(Outcome.Refused.class);
        assertThat(auskuenfte.reject(id, "doch nicht", DORA)).isInstanceOf(Outcome.Refused.class);
        assertThat(auskuenfte.judge(id, late, Urteil.BESTAETIGT, DORA)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void theAnswerHasTheFieldsThatAreWrittenDown() {
        var vorgang = vorgang(Map.of("hundName", "Bello"), person("Jutta " + nachname, BORN));
        received(vorgang, "Foto.txt");
        decide(vorgang);
        var id = released(new Person("Jutta", nachname, null, BORN, ANSCHRIFT, null, null), vorgang);

        assertFields(answer(id), Auskunftsinhalt.class);
        assertFields(answer(id).path("vorgaenge").path(0), Auskunftsinhalt.Vorgangsauskunft.class);
        assertFields(
                answer(id).path("vorgaenge").path(0).path("entscheidungen").path(0),
                Auskunftsinhalt.Entscheidungsangabe.class);
        assertFields(
                answer(id).path("vorgaenge").path(0).path("dokumente").path(0), Auskunftsinhalt.Dokumentangabe.class);
        assertFields(answer(id).path("vorgaenge").path(0).path("zugriffe").path(0), Zugriff.class);
        assertThat(answer(id)
                        .path("vorgaenge")
                        .path(0)
                        .path("dokumente")
                        .path(0)
                        .path("sha256")
                        .asString())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void whatWasErasedAppearsAsProofOnly() {
        var vorgang = vorgang(Map.of("hundName", "Bello"), person("Jutta " + nachname, BORN));
        received(vorgang, "Foto.txt");
        verschluesselung.destroy(vorgang);

        var id = released(new Person("Jutta", nachname, null, BORN, null, null, null), vorgang);

        assertThat(now(id).kandidaten()).singleElement().satisfies(kandidat -> {
            assertThat(kandidat.geloescht()).isTrue();
            assertThat(kandidat.beteiligter()).isNull();
        });
        assertThat(text(id, Format.JSON)).doesNotContain("Bello", "Foto");
        assertThat(answer(id).path("vorgaenge").path(0).path("geloescht").asBoolean())
                .isTrue();
        assertThat(answer(id).path("vorgaenge").path(0).path("zugriffe")).isNotEmpty();
    }

    @Test
    void whoeverIsNotKnownIsToldThatToo() {
        var id = searched(new Person("<b>Jutta</b>", nachname + "\"; drop table x", null, null, null, null, null))
                .id();

        done(auskuenfte.release(id, DORA));

        assertThat(answer(id).path("vorgaenge")).isEmpty();
        assertThat(answer(id).path("person").path("vorname").asString()).isEqualTo("<b>Jutta</b>");
        verschluesselung.destroy(new VorgangId(id));
        assertThat(now(id).person().nachname()).isEqualTo("Gelöscht");
        assertThat(auskuenfte.answer(id, Format.JSON, DORA)).isEmpty();
    }

    @Test
    void theProtokollSaysWhoSearchedAndNothingOfThePersonNorDoTheTables() {
        var mail = nachname.replaceAll("[^a-z]", "") + "@example.org";
        var vorgang = vorgang(person("Jutta " + nachname, BORN));
        var person = new Person("Jutta", nachname, null, BORN, ANSCHRIFT, mail, "konto-" + nachname);
        var id = released(person, vorgang);
        auskuenfte.answer(id, Format.PDF, DORA);
        var refused = request(person).id();
        done(auskuenfte.reject(refused, "Jutta " + nachname + " ist nicht bekannt", DORA));

        assertThat(now(refused).grund()).contains(nachname);
        assertThat(protokoll())
                .anyMatch(entry ->
                        entry.contains(id.toString()) && entry.contains("dora.musterfrau") && entry.contains("suche"))
                .anyMatch(entry -> entry.contains(vorgang.toString()) && entry.contains("GELESEN"));
        var kept = String.join(" ", protokoll())
                + String.join(" ", rows("auskunft"))
                + String.join(" ", rows("auskunft_kandidat"));
        for (var personal : List.of(nachname, "Jutta", "1980-02-29", "Musterstra", mail, hex(nachname), hex("Jutta"))) {
            assertThat(kept).doesNotContain(personal);
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-05-01, 2025-06-02, 2025-08-01", "2025-01-31, 2025-02-28, 2025-04-30"})
    void isToBeAnsweredWithinAMonthAndOnceExtendedWithinThree(
            LocalDate receipt, LocalDate regular, LocalDate extended) {
        var person = new Person("Jutta", nachname, null, BORN, null, null, null);
        var id = done(auskuenfte.request(new Neu(receipt, Kanal.BRIEF, person), DORA))
                .id();
        assertThat(now(id).fristAm()).isEqualTo(regular);
        for (var told : List.of(receipt.minusDays(1), regular.plusDays(1), today().plusDays(1))) {
            assertThat(auskuenfte.extend(id, new Verlaengerung("Viele Vorgänge", told), DORA))
                    .isInstanceOf(Outcome.Refused.class);
        }
        assertThat(auskuenfte.extend(id, new Verlaengerung(" ", regular), DORA)).isInstanceOf(Outcome.Refused.class);

        done(auskuenfte.extend(id, new Verlaengerung("Viele Vorgänge", regular), DORA));

        assertThat(now(id).fristAm()).isEqualTo(extended);
        assertThat(now(id).verlaengerung()).isEqualTo(new Verlaengerung("Viele Vorgänge", regular));
        assertThat(auskuenfte.extend(id, new Verlaengerung("Noch mehr", regular), DORA))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whatIsEnteredWronglyIsSaidAtTheField() {
        var before = auskuenfte.list(DORA).size();
        var person = new Person(
                "x".repeat(201),
                " - ",
                "a\u202eb",
                LocalDate.of(1800, 1, 1),
                new Anschrift("Musterstraße 1", "", "Bielefeld"),
                "a@b",
                null);

        assertThat(auskuenfte.request(new Neu(today().plusDays(1), null, person), DORA))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.maengel())
                                .containsOnlyKeys(
                                        "eingegangenAm",
                                        "kanal",
                                        "vorname",
                                        "nachname",
                                        "fruehererName",
                                        "geburtsdatum",
                                        "strasse",
                                        "email"));
        assertThat(auskuenfte.list(DORA)).hasSize(before);
    }

    @Test
    void whatIsClassifiedIsReadOnlyByWhoMayReadIt() {
        var vorgang = vorgang(person("Jutta " + nachname, BORN));
        jdbc.sql("update processes.akte set vertraulichkeit = 'GEHEIM' where id in"
                        + " (select akte_id from processes.vorgang_akte where vorgang_id = :id)")
                .param("id", vorgang.value())
                .update();
        var id = searched(new Person("Jutta", nachname, null, BORN, null, null, null))
                .id();
        var cleared = new Akteur("dieter.mustermann", "Dieter", Set.of("datenschutz", "vs-geheim"));

        assertThat(of(now(id), vorgang).beteiligter()).isNull();
        assertThat(auskuenfte.judge(id, vorgang, Urteil.BESTAETIGT, DORA)).isInstanceOf(Outcome.Refused.class);
        done(auskuenfte.judge(id, vorgang, Urteil.BESTAETIGT, cleared));
        assertThat(auskuenfte.preview(id, vorgang, DORA)).isEmpty();
        var stand = auskuenfte.preview(id, vorgang, cleared).orElseThrow().stand();
        done(auskuenfte.check(id, vorgang, Set.of(), stand, cleared));
        assertRefused(id, "eingestuft");
        done(auskuenfte.release(id, cleared));
    }

    private void assertRefused(UUID id, String sentence) {
        assertThat(auskuenfte.release(id, DORA))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.saetze()).anyMatch(satz -> satz.contains(sentence)));
    }

    private static void assertFields(JsonNode node, Class<?> record) {
        assertThat(node.propertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    private UUID released(Person person, VorgangId vorgang) {
        var id = searched(person).id();
        done(auskuenfte.judge(id, vorgang, Urteil.BESTAETIGT, DORA));
        check(id, vorgang);
        done(auskuenfte.release(id, DORA));
        return id;
    }

    private void check(UUID id, VorgangId vorgang) {
        var stand = auskuenfte.preview(id, vorgang, DORA).orElseThrow().stand();
        done(auskuenfte.check(id, vorgang, Set.of(), stand, DORA));
    }

    private Auskunft searched(Person person) {
        var id = request(person).id();
        done(auskuenfte.identify(id, Nachweis.AUSWEIS, DORA));
        return done(auskuenfte.search(id, DORA));
    }

    private Auskunft request(Person person) {
        return done(auskuenfte.request(neu(person), DORA));
    }

    private static Neu neu(Person person) {
        return new Neu(today(), Kanal.BRIEF, person);
    }

    private Auskunft now(Auskunft auskunft) {
        return now(auskunft.id());
    }

    private Auskunft now(UUID id) {
        return auskuenfte.find(id, DORA).orElseThrow();
    }

    private static Auskunft done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).auskunft();
    }

    private static Kandidat of(Auskunft auskunft, VorgangId vorgang) {
        return auskunft.kandidaten().stream()
                .filter(kandidat -> kandidat.vorgang().equals(vorgang))
                .findFirst()
                .orElseThrow();
    }

    private String text(UUID id, Format format) {
        return new String(auskuenfte.answer(id, format, DORA).orElseThrow(), StandardCharsets.UTF_8);
    }

    private JsonNode answer(UUID id) {
        return json.readTree(text(id, Format.JSON));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Berlin"));
    }

    private VorgangId applied(
            String vorname, String familienname, @Nullable LocalDate geburtsdatum, @Nullable Akteur konto) {
        var angaben = new HashMap<String, @Nullable Object>(
                Map.of("vorname", vorname, "nachname", familienname, "versandweg", "brief", "art", "klein"));
        if (geburtsdatum != null) {
            angaben.put("geburtsdatum", geburtsdatum.toString());
        }
        var taken =
                antraege.einreichen(new Antrag(UUID.randomUUID(), "antrag-probe", Kanal.PORTAL, angaben, konto, null));
        assertThat(taken).isInstanceOf(Einreichung.Angenommen.class);
        return ((Einreichung.Angenommen) taken).vorgang().id();
    }

    private static Beteiligter person(String name, @Nullable LocalDate geburtsdatum) {
        return new Beteiligter(Rolle.ANTRAGSTELLER, name, geburtsdatum, ANSCHRIFT, null, null, Versandweg.BRIEF, null);
    }

    private VorgangId vorgang(Beteiligter... persons) {
        return vorgang(Map.of(), persons);
    }

    private VorgangId vorgang(Map<String, @Nullable Object> daten, Beteiligter... persons) {
        var vorgang = transactions.execute(status -> anlage.create(
                VorgangId.random(),
                new NeuerVorgang(
                        null,
                        "hundesteuer-anmelden",
                        "999-1",
                        "Hundesteuer",
                        null,
                        "brief",
                        Set.of("steueramt"),
                        daten,
                        List.of(persons))));
        return Objects.requireNonNull(vorgang).id();
    }

    private void received(VorgangId vorgang, String name) {
        var content = new ByteArrayInputStream("Ein Text".getBytes(StandardCharsets.UTF_8));
        assertThat(dokumente.receive(new Eingang(vorgang, null, name, null, Richtung.EINGANG, null), content))
                .isInstanceOf(Dokumente.Upload.Kept.class);
    }

    private void decide(VorgangId vorgang) {
        var question = new Entscheidungen.Question(
                new DecisionId("containerLeerung"),
                Map.of("fraktion", "Glas", "fuellstandProzent", 97.5, "ort", "Nirgendwo"));
        assertThat(entscheidungen.decide(UUID.randomUUID(), vorgang, question))
                .isInstanceOf(Entscheidungen.Outcome.Made.class);
    }

    private List<String> protokoll() {
        return jdbc.sql("select p::text from processes.protokoll p where objektart = 'AUSKUNFT' order by kette, nummer")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> rows(String table) {
        return jdbc.sql("select t::text from processes.%s t".formatted(table))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Context context(Connection connection) {
        return new Context() {
            @Override
            public @Nullable Configuration getConfiguration() {
                return null;
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }
}
