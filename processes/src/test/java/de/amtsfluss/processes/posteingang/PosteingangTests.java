package de.amtsfluss.processes.posteingang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.AkteProbe;
import de.amtsfluss.processes.Akten;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.Aufgabe;
import de.amtsfluss.processes.AufgabeKey;
import de.amtsfluss.processes.Dokumentblatt;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Erledigungsregel;
import de.amtsfluss.processes.Erledigungsregel.Stelle;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.NeuePost;
import de.amtsfluss.processes.NeuePost.Angaben;
import de.amtsfluss.processes.NeuePost.Datei;
import de.amtsfluss.processes.Posteingaenge;
import de.amtsfluss.processes.Posteingaenge.Aufnahme;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Status;
import de.amtsfluss.processes.PosteingangAblauf;
import de.amtsfluss.processes.PosteingangAblauf.Uebernahme;
import de.amtsfluss.processes.Probe;
import de.amtsfluss.processes.Transfervermerk;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.akte.datei.Dateien;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of the post on a real database; the test does the steps of its process itself. */
@SpringBootTest(properties = "amtsfluss.roles=web")
@WithLocalStack(Part.POSTGRESQL)
class PosteingangTests {

    private static final Akteur MAIL_ROOM = new Akteur("pia.musterfrau", "Pia Musterfrau", Set.of("poststelle"));
    private static final LocalDate STAMP = LocalDate.of(2026, 1, 5);
    private static final Map<String, @Nullable Object> ANGABEN = Map.of(
            "vorname", "Erika",
            "nachname", "Mustermann",
            "geburtsdatum", "1980-02-29",
            "strasse", "Musterstraße 1",
            "plz", "33602",
            "ort", "Bielefeld",
            "versandweg", "brief",
            "art", "klein");
    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };
    private static final String TAKE_OVER = "userTask_PostUebernehmen";

    @Autowired
    Posteingaenge posteingaenge;

    @Autowired
    PosteingangAblauf ablauf;

    @Autowired
    List<Erledigungsregel> regeln;

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Dokumente dokumente;

    @Autowired
    Antraege antraege;

    @Autowired
    Akten akten;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private final long process = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    AkteProbe probe;

    @BeforeEach
    void makeProbe() {
        probe = new AkteProbe(vorgaenge, dokumente);
    }

    @Test
    void postHasANumberOfTheYearAndTheDayOfItsStampAndIsKeptEncrypted() {
        var content = Dateien.pdf("Geheimnis");
        var vermerk = new Transfervermerk(
                "pia.musterfrau",
                "Scanstelle",
                "Scanner 1",
                "Standard",
                300,
                Instant.parse("2026-01-06T08:00:00Z"),
                "",
                Transfervermerk.Qualitaetssicherung.BESTANDEN,
                true,
                true);
        var first = taken(
                scan(new Angaben("Erika Musterfrau", "Mein Hund", vermerk), new Datei("Brief.pdf", null, content)));
        var second = taken(scan("", new Datei("x.pdf", null, Dateien.pdf("x" + process))));

        var year = LocalDate.now(ZoneId.of("Europe/Berlin")).getYear();
        assertThat(first.eingangsnummer()).matches("E-%d-\\d{6}".formatted(year));
        assertThat(number(second)).isEqualTo(number(first) + 1);
        assertThat(first.eingegangenAm()).isEqualTo(STAMP);
        var inhalt = Objects.requireNonNull(posteingaenge
                .find(first.eingangsnummer(), MAIL_ROOM)
                .orElseThrow()
                .inhalt());
        assertThat(inhalt.absender()).isEqualTo("Erika Musterfrau");
        assertThat(inhalt.transfervermerk()).isEqualTo(vermerk);
        assertThat(posteingaenge.datei(inhalt.anlagen().getFirst().id(), MAIL_ROOM))
                .hasValueSatisfying(datei -> assertThat(datei.content()).isEqualTo(content));
        for (var sql : List.of(
                "select inhalt from processes.posteingang where id = :id",
                "select content from processes.posteingang_anlage where posteingang_id = :id")) {
            var kept = jdbc.sql(sql)
                    .param("id", first.id().value())
                    .query((row, number) -> row.getBytes(1))
                    .single();
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Musterfrau", "%PDF");
        }
    }

    @Test
    void theSameDeliveryIsTakenOnceAndTheSameFileAgainIsShownAsARepeat() {
        var file = new Datei("Brief.pdf", null, Dateien.pdf("Einmalig " + process));
        var id = UUID.randomUUID();
        var post = NeuePost.scan(id, Kanal.BRIEF, STAMP, new Angaben(null, null, null), List.of(file));
        var first = taken(posteingaenge.aufnehmen(post, MAIL_ROOM));

        assertThat(posteingaenge.aufnehmen(post, MAIL_ROOM))
                .isInstanceOfSatisfying(
                        Aufnahme.Wiederholt.class,
                        known -> assertThat(known.posteingang().id()).isEqualTo(first.id()));
        var again = taken(scan("", file));

        assertThat(again.wiederholungVon()).isEqualTo(first.eingangsnummer());
        assertThat(first.wiederholungVon()).isNull();
        var fromElsewhere = taken(posteingaenge.aufnehmen(mail("Gruß", "quelle-" + process, file)));
        assertThat(fromElsewhere.wiederholungVon()).isNull();
    }

    @Test
    void whatCannotBeTakenIsRefusedAsAWholeOrNamedBesideTheOriginal() {
        var program = new Datei("spiel.exe", null, new byte[] {'M', 'Z', 0, 1, 2, 3});

        assertThat(scan("", program)).isInstanceOf(Aufnahme.Abgelehnt.class);
        assertThat(scan("")).isInstanceOf(Aufnahme.Abgelehnt.class);
        assertThat(posteingaenge.aufnehmen(
                        NeuePost.scan(
                                UUID.randomUUID(),
                                Kanal.BRIEF,
                                LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(1),
                                new Angaben(null, null, null),
                                List.of(new Datei("a.pdf", null, Dateien.pdf("a")))),
                        MAIL_ROOM))
                .isInstanceOf(Aufnahme.Abgelehnt.class);
        assertThat(posteingaenge.aufnehmen(mail("x", "fremd", program), Probe.FREMDER))
                .isInstanceOf(Aufnahme.NichtErlaubt.class);
        var kept = taken(posteingaenge.aufnehmen(mail("Spiel\u202e\u0000", "spieler-" + process, program)));

        var inhalt = Objects.requireNonNull(kept.inhalt());
        assertThat(inhalt.betreff()).isEqualTo("Spiel");
        assertThat(inhalt.nichtUebernommen())
                .extracting(Posteingang.Nichtuebernahme::name)
                .containsExactly("spiel.exe");
        assertThat(inhalt.anlagen()).extracting(Posteingang.Anlage::mediaType).containsExactly("message/rfc822");
    }

    @ParameterizedTest
    @CsvSource({
        "Zu %s teile ich mit, offen",
        "Zu 999-1 / 9999-1999 teile ich mit, keines",
        "Kein Zeichen, keines",
    })
    void anAktenzeichenCountsOnlyIfItExists(String text, String expected) {
        var vorgang = probe.open("Probe");
        var post = taken(scan("", new Datei("b.pdf", null, Dateien.pdf(text.formatted(vorgang.aktenzeichen())))));

        var found = ablauf.erkennen(post.id(), process);

        assertThat(found.neu()).isTrue();
        assertThat(found.fakten())
                .containsEntry("aktenzeichen", expected)
                .containsEntry("dokumentart", "text")
                .containsEntry("kanal", "BRIEF");
        assertThat(found.fakten().toString()).doesNotContain(vorgang.aktenzeichen());
        assertThat(ablauf.erkennen(post.id(), process + 1).neu()).isFalse();
        assertThat(ablauf.erkennen(post.id(), process)).isEqualTo(found);
    }

    @Test
    void whatTheTextIsAboutIsRecognisedAndAScanWithoutTextIsAPicture() {
        var letter =
                "Sehr geehrte Damen und Herren, ich möchte meinen Hund anmelden und bitte um einen Bescheid über die"
                        + " Hundesteuer. Mit freundlichen Grüßen";
        var german = taken(scan("", new Datei("a.txt", null, Dateien.bytes(letter))));
        var english = taken(
                scan(
                        "",
                        new Datei(
                                "b.txt",
                                null,
                                Dateien.bytes(
                                        "Dear Sir or Madam, I would like to know how much the Hundesteuer for my two dogs is going to be"))));
        var picture = taken(scan("Widerspruch", new Datei("c.png", null, PNG)));

        assertThat(facts(german)).containsEntry("thema", "hundesteuer").containsEntry("sprache", "deutsch");
        assertThat(facts(english)).containsEntry("thema", "hundesteuer").containsEntry("sprache", "andere");
        assertThat(facts(picture)).containsEntry("thema", "widerspruch").containsEntry("dokumentart", "bild");
    }

    @Test
    void postOfAVorgangGoesToItsOfficeAndIsFiledThereOnceWithTheKeyOfTheVorgang() {
        var vorgang = probe.open("Probe");
        var content = Dateien.pdf("Zu " + vorgang.aktenzeichen());
        var post = taken(scan("", new Datei("Brief.pdf", null, content)));
        ablauf.erkennen(post.id(), process);

        assertThat(ablauf.zuordnen(post.id(), "vorgang").gruppen()).isEqualTo(vorgang.gruppen());
        assertThat(posteingaenge.find(post.eingangsnummer(), MAIL_ROOM)).isEmpty();
        assertThat(posteingaenge.list(Status.ZUGEORDNET, probe.person()))
                .extracting(Posteingang::id)
                .contains(post.id());
        order(vorgang, Map.of("ergebnis", "VORGANG"));
        for (var attempt = 0; attempt < 2; attempt++) {
            assertThat(ablauf.uebernehmen(post.id())).isInstanceOfSatisfying(Uebernahme.Uebernommen.class, taken -> {
                assertThat(taken.vorgang().id()).isEqualTo(vorgang.id());
                assertThat(taken.antragOffen()).isFalse();
            });
        }

        assertThat(dokumente.blaetter(vorgang.id(), probe.person()))
                .singleElement()
                .satisfies(blatt -> {
                    assertThat(blatt.posteingangAm()).isEqualTo(STAMP);
                    assertThat(blatt.richtung()).isEqualTo(Dokumentblatt.Richtung.EINGANG);
                    assertThat(blatt.dokument().abgelegtAm()).isNotNull();
                    assertThat(dokumente.find(blatt.dokument().id()))
                            .hasValueSatisfying(
                                    found -> assertThat(found.content()).isEqualTo(content));
                });
        assertThat(vorgaenge.verlauf(vorgang.id(), probe.person()))
                .extracting(Vorgaenge.Ereignis::bezeichnung)
                .contains("Post %s zum Vorgang genommen".formatted(post.eingangsnummer()));
        assertThat(posteingaenge.find(post.eingangsnummer(), probe.person()))
                .hasValueSatisfying(found -> assertThat(found.inhalt()).isNotNull());
        assertThat(posteingaenge.find(post.eingangsnummer(), MAIL_ROOM)).isEmpty();
        assertThat(jdbc.sql("select geloescht_am is not null from schluessel.schluessel where vorgang_id = :id")
                        .param("id", post.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThatThrownBy(
                        () -> jdbc.sql("update processes.posteingang set eingegangen_am = '2020-01-01' where id = :id")
                                .param("id", post.id().value())
                                .update())
                .rootCause()
                .hasMessageContaining("Expected ");
    }

    @Test
    void anOfficeFilesPostOnlyWithItsOwnVorgaengeAndNotInAClosedAkte() {
        var own = probe.open("Eigener");
        var foreign = new AkteProbe(vorgaenge, dokumente).open("Fremder");
        var post = taken(scan("", new Datei("Brief.pdf", null, Dateien.pdf("Ohne Zeichen " + process))));
        ablauf.erkennen(post.id(), process);
        var regel = regel();

        for (var wrong : List.of(foreign.aktenzeichen(), "999-1/9999-1999", "")) {
            assertThat(regel.check(task(own), Map.of("ergebnis", "VORGANG", "aktenzeichen", wrong)))
                    .containsOnlyKeys("aktenzeichen");
        }
        assertThat(regel.check(task(own), Map.of("ergebnis", "NEUER_VORGANG", "verfahren", "hundesteuer-anmelden")))
                .containsOnlyKeys("verfahren");
        assertThat(regel.check(task(own), Map.of("ergebnis", "VORGANG", "aktenzeichen", own.aktenzeichen())))
                .isEmpty();

        order(own, Map.of("ergebnis", "VORGANG", "aktenzeichen", own.aktenzeichen()));
        vorgaenge.close(own.id(), "erledigt");
        var akte = akten.of(own.id(), probe.person()).orElseThrow();
        akten.closeToFiles(akte.id(), probe.person());

        assertThat(ablauf.uebernehmen(post.id())).isInstanceOf(Uebernahme.AkteGeschlossen.class);
        assertThat(regel.check(task(own), Map.of("ergebnis", "VORGANG", "aktenzeichen", own.aktenzeichen())))
                .containsOnlyKeys("aktenzeichen");
        ablauf.ablegen(post.id());
        ablauf.ablegen(post.id());
        assertThat(ablauf.zuordnen(post.id(), "ordnungsamt").gruppen()).containsExactly("ordnungsamt");
        assertThat(posteingaenge.find(post.eingangsnummer(), MAIL_ROOM))
                .hasValueSatisfying(found -> assertThat(found.status()).isEqualTo(Status.ABGELEGT));
    }

    @Test
    void aNewVorgangHasItsDocumentsBeforeTheProcedureBeginsWithTheDayOfTheLetter() {
        var post = taken(scan("", new Datei("Brief.pdf", null, Dateien.pdf("Bitte"))));
        ablauf.erkennen(post.id(), process);
        ablauf.zuordnen(post.id(), "probe");
        order(Set.of("probe"), Map.of("ergebnis", "NEUER_VORGANG", "verfahren", "antrag-probe"));

        var taken = (Uebernahme.Uebernommen) ablauf.uebernehmen(post.id());
        var id = taken.vorgang().id();

        assertThat(taken.antragOffen()).isTrue();
        assertThat(taken.vorgang().kanal()).isEqualTo("brief");
        assertThat(dokumente.of(id)).hasSize(1);
        var record = new Stelle(aufgabe(Set.of("probe")), process, "userTask_AntragAufnehmen");
        assertThat(regel().check(record, Map.of("aufgenommen", true))).containsOnlyKeys("aufgenommen");
        var portal = new Antraege.Antrag(id.value(), "antrag-probe", Kanal.PORTAL, ANGABEN, null, null);
        assertThat(antraege.einreichen(portal)).isInstanceOf(Antraege.Einreichung.Abgelehnt.class);

        var antrag = new Antraege.Antrag(id.value(), "antrag-probe", Kanal.BRIEF, ANGABEN, null, Probe.PRUEFER);
        for (var attempt = 0; attempt < 2; attempt++) {
            assertThat(antraege.einreichen(antrag))
                    .isInstanceOfSatisfying(
                            Antraege.Einreichung.Angenommen.class,
                            begun -> assertThat(begun.vorgang().id()).isEqualTo(id));
        }

        assertThat(regel().check(record, Map.of("aufgenommen", true))).isEmpty();
        assertThat(antraege.stand(new Antraege.Zugang.Amt(id, Probe.PRUEFER)))
                .hasValueSatisfying(stand -> assertThat(stand.eingegangenAm())
                        .isEqualTo(
                                STAMP.atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant()));
        assertThat(vorgaenge.beteiligte(id)).hasSize(1);
        assertThat(((Uebernahme.Uebernommen) ablauf.uebernehmen(post.id())).antragOffen())
                .isFalse();
    }

    @Test
    void automaticAnswersAreFiledAtOnceAndAskForNoProcess() {
        var post = taken(posteingaenge.aufnehmen(new NeuePost(
                UUID.randomUUID(),
                Kanal.EMAIL,
                null,
                Instant.now().plusSeconds(86_400),
                new NeuePost.Herkunft("email:", "bounce-" + process, null),
                null,
                "Abwesend",
                List.of(),
                new Datei("Original.eml", null, Dateien.bytes("Subject: x")),
                List.of(),
                null,
                "Automatisch")));

        assertThat(post.status()).isEqualTo(Status.ABGELEGT);
        assertThat(post.eingegangenAm()).isEqualTo(LocalDate.now(ZoneId.of("Europe/Berlin")));
        assertThat(jdbc.sql("select count(*) from processes.message_outbox where ausloeser_id = :id")
                        .param("id", post.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static int number(Posteingang posteingang) {
        return Integer.parseInt(posteingang.eingangsnummer().substring("E-2026-".length()));
    }

    private Map<String, Object> facts(Posteingang post) {
        return ablauf.erkennen(post.id(), ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE))
                .fakten();
    }

    private Aufnahme scan(String betreff, Datei... dateien) {
        return scan(new Angaben(null, betreff, null), dateien);
    }

    private Aufnahme scan(Angaben angaben, Datei... dateien) {
        return posteingaenge.aufnehmen(
                NeuePost.scan(UUID.randomUUID(), Kanal.BRIEF, STAMP, angaben, List.of(dateien)), MAIL_ROOM);
    }

    private static NeuePost mail(String betreff, String quelle, Datei datei) {
        return new NeuePost(
                UUID.randomUUID(),
                Kanal.EMAIL,
                null,
                Instant.now(),
                new NeuePost.Herkunft(quelle, UUID.randomUUID().toString(), null),
                "max@example.org",
                betreff,
                List.of(datei),
                new Datei("Original.eml", null, Dateien.bytes("Subject: " + UUID.randomUUID())),
                List.of(),
                null,
                null);
    }

    private static Posteingang taken(Aufnahme aufnahme) {
        return ((Aufnahme.Aufgenommen) aufnahme).posteingang();
    }

    private Erledigungsregel regel() {
        return regeln.stream()
                .filter(regel -> regel.verfahren().equals("posteingang"))
                .findFirst()
                .orElseThrow();
    }

    private void order(Vorgang vorgang, Map<String, @Nullable Object> werte) {
        order(vorgang.gruppen(), werte);
    }

    private void order(Set<String> gruppen, Map<String, @Nullable Object> werte) {
        var wo = new Stelle(aufgabe(gruppen), process, TAKE_OVER);
        assertThat(regel().check(wo, werte)).isEmpty();
        var kept = transactions.execute(status -> regel().keep(wo, Handelnder.person(probe.person()), werte));
        assertThat(kept).isTrue();
    }

    private Stelle task(Vorgang vorgang) {
        return new Stelle(aufgabe(vorgang.gruppen()), process, TAKE_OVER);
    }

    private static Aufgabe aufgabe(Set<String> gruppen) {
        return new Aufgabe(
                new AufgabeKey(1),
                "Post übernehmen",
                "posteingang",
                null,
                null,
                null,
                null,
                gruppen,
                50,
                Instant.now(),
                null,
                "post-uebernehmen");
    }
}
