package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Aktensuche.Anfrage;
import de.amtsfluss.processes.Aktensuche.Stelle;
import de.amtsfluss.processes.Aktensuche.Treffer;
import de.amtsfluss.processes.Aktensuche.Trefferliste;
import de.amtsfluss.processes.Aktensuche.Typ;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumentblatt.Volltext;
import de.amtsfluss.processes.akte.datei.Dateien;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class AktensucheIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Dokumente dokumente;

    @Autowired
    Akten akten;

    @Autowired
    Aktensuche suche;

    @Autowired
    JdbcClient jdbc;

    AkteProbe probe;

    @BeforeEach
    void openProbe() {
        probe = new AkteProbe(vorgaenge, dokumente);
    }

    @Test
    void findsADocumentByTheStemsOfItsWords() {
        var vorgang = probe.open("Hundesteuer Müller");
        var dokument =
                probe.kept(vorgang, "Anmeldung.pdf", Dateien.pdf("Die Hunde wurden angemeldet"), Richtung.EINGANG);
        awaitRead(vorgang, Volltext.GELESEN);

        assertThat(search("Hund angemeldete").treffer()).singleElement().satisfies(hit -> {
            assertThat(hit.dokument()).isEqualTo(dokument.id());
            assertThat(hit.typ()).isEqualTo(Typ.PDF);
            assertThat(hit.titel()).isEqualTo("Anmeldung.pdf");
            assertThat(found(hit)).containsExactlyInAnyOrder("Hunde", "angemeldet");
        });
        assertThat(search("\"wurden angemeldet\"").anzahl()).isEqualTo(1);
        assertThat(search("Hund Katze").anzahl()).isZero();
        assertThat(search("Hund or Katze").anzahl()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller", "mueller", "Muller", "hundesteuer müller"})
    void findsNamesHoweverTheyAreWritten(String text) {
        var vorgang = probe.open("Hundesteuer Müller");
        awaitFound(vorgang);

        assertThat(search(text).treffer()).extracting(Treffer::vorgang).containsExactly(vorgang.id());
    }

    @Test
    void findsAVorgangByItsReference() {
        var vorgang = probe.open("Probe");
        probe.open("Probe");
        awaitFound(vorgang);

        assertThat(search(vorgang.aktenzeichen()).treffer())
                .extracting(Treffer::vorgang)
                .containsExactly(vorgang.id());
    }

    @Test
    void whatAPersonMayNotSeeIsNeitherFoundNorCounted() {
        var vorgang = probe.open("Geheimnis");
        var akte = akten.of(vorgang.id(), probe.person()).orElseThrow();
        awaitFound(vorgang);

        assertThat(suche.search(Anfrage.of("Geheimnis"), Probe.FREMDER)).isEqualTo(Trefferliste.empty());
        assertThat(suche.search(Anfrage.of("Geheimnis"), AkteProbe.registratur()))
                .isEqualTo(Trefferliste.empty());
        assertThat(suche.search(Anfrage.of("Geheimnis"), new Akteur("x", "X", Set.of())))
                .isEqualTo(Trefferliste.empty());
        akten.classify(akte.id(), probe.person("vs-geheim"), Vertraulichkeit.GEHEIM, "Anzeige");
        assertThat(search("Geheimnis")).isEqualTo(Trefferliste.empty());
        assertThat(suche.search(Anfrage.of("Geheimnis"), probe.person("vs-geheim"))
                        .anzahl())
                .isEqualTo(1);
    }

    @Test
    void whatStandsInAFileIsNoMarkup() {
        var vorgang = probe.open("Probe");
        dokumente.draft(
                DokumentId.random(),
                vorgang.id(),
                "Notiz.txt",
                "text/plain",
                Dateien.bytes("Achtung <b>1 < 2 & \u0002Giftköder\u0003"));
        awaitRead(vorgang, Volltext.GELESEN);

        assertThat(search("Giftköder").treffer()).singleElement().satisfies(hit -> {
            assertThat(found(hit)).containsExactly("Giftköder");
            assertThat(hit.auszug().stream().map(Stelle::text).collect(Collectors.joining()))
                    .contains("1 < 2 & Giftköder");
        });
    }

    @Test
    void filtersLeaveOutTheRest() {
        var open = probe.open("Filterprobe");
        var closed = probe.open("Filterprobe");
        vorgaenge.close(closed.id(), "fertig");
        probe.kept(open, "Filterprobe.pdf", Dateien.pdf("Filterprobe"), Richtung.EINGANG);
        awaitRead(open, Volltext.GELESEN);
        awaitFound(closed);

        assertThat(search("Filterprobe").anzahl()).isEqualTo(3);
        assertThat(search(null, Vorgang.Status.ABGESCHLOSSEN, null, null).treffer())
                .extracting(Treffer::vorgang)
                .containsExactly(closed.id());
        assertThat(search(null, null, null, Typ.PDF).anzahl()).isEqualTo(1);
        assertThat(search("probe", null, null, null).anzahl()).isEqualTo(3);
        assertThat(search("andere", null, null, null).anzahl()).isZero();
        assertThat(search(null, null, 1999, null).anzahl()).isZero();
    }

    @Test
    void hitsComeInPages() {
        for (var i = 0; i < Aktensuche.PAGE_SIZE + 1; i++) {
            probe.open("Seitenprobe " + i);
        }
        await().atMost(PATIENCE).until(() -> search("Seitenprobe").anzahl() == Aktensuche.PAGE_SIZE + 1);

        assertThat(search("Seitenprobe").treffer()).hasSize(Aktensuche.PAGE_SIZE);
        var second = suche.search(new Anfrage("Seitenprobe", null, null, null, null, 2), probe.person());
        assertThat(second.treffer()).hasSize(1);
        assertThat(second.anzahl()).isEqualTo(Aktensuche.PAGE_SIZE + 1);
        assertThat(suche.search(new Anfrage("Seitenprobe", null, null, null, null, -7), probe.person()))
                .isEqualTo(search("Seitenprobe"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\0",
                "'",
                "\"",
                "\"offen",
                "-",
                "und",
                "a & b | !c",
                "((",
                "\\",
                "%",
                ":*",
                "-Hund",
                "<->"
            })
    void whateverIsAskedIsAnswered(String text) {
        assertThat(search(text).mehr()).isFalse();
    }

    @Test
    void aBrokenFileIsFiledAndFoundByItsName() {
        var vorgang = probe.open("Probe");
        dokumente.draft(
                DokumentId.random(), vorgang.id(), "Kaputt.pdf", "application/pdf", Dateien.bytes("%PDF-1.7 kaputt"));
        awaitRead(vorgang, Volltext.NICHT_LESBAR);

        assertThat(search("kaputt").treffer()).extracting(Treffer::titel).containsExactly("Kaputt.pdf");
    }

    @Test
    void whatIsForgottenIsNotFoundAndALostIndexIsReadAgain() {
        var vorgang = probe.open("Vergesslich");
        awaitFound(vorgang);

        suche.forget(vorgang.id());
        assertThat(search("Vergesslich").anzahl()).isZero();

        // An order that was taken by a process that is gone.
        jdbc.sql("update processes.suchauftrag set stand = 'OFFEN', versuche = 1, faellig_am = now() where id = :id")
                .param("id", vorgang.id().value())
                .update();
        awaitFound(vorgang);
    }

    private Trefferliste search(String text) {
        return suche.search(Anfrage.of(text), probe.person());
    }

    private Trefferliste search(
            @Nullable String verfahren, Vorgang.@Nullable Status status, @Nullable Integer jahr, @Nullable Typ typ) {
        return suche.search(new Anfrage("Filterprobe", verfahren, status, jahr, typ, 1), probe.person());
    }

    private static Set<String> found(Treffer hit) {
        return hit.auszug().stream().filter(Stelle::gefunden).map(Stelle::text).collect(Collectors.toSet());
    }

    private void awaitFound(Vorgang vorgang) {
        await().atMost(PATIENCE)
                .until(() ->
                        suche.search(Anfrage.of(vorgang.aktenzeichen()), probe.person("vs-geheim")).treffer().stream()
                                .anyMatch(hit -> hit.typ() == Typ.VORGANG));
    }

    private void awaitRead(Vorgang vorgang, Volltext expected) {
        awaitFound(vorgang);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(dokumente.blaetter(vorgang.id(), probe.person()))
                        .extracting(Dokumentblatt::volltext)
                        .containsOnly(expected));
    }
}
