package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.processes.Aktensuche.Anfrage;
import de.amtsfluss.processes.Aktensuche.Stelle;
import de.amtsfluss.processes.Aktensuche.Treffer;
import de.amtsfluss.processes.Aktensuche.Trefferliste;
import de.amtsfluss.processes.Aktensuche.Typ;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumentblatt.Volltext;
import de.amtsfluss.processes.akte.datei.Dateien;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the search promises, whatever index it asks. */
abstract class AktensucheContract {

    static final Duration PATIENCE = Duration.ofMinutes(1);

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

    /** Has found what was written. */
    abstract void settle();

    /** Whether German words are found by their stems; a server may have no languages. */
    abstract boolean findsStems();

    /** How many entries of a Vorgang lie in the index, whoever may see them. */
    abstract long kept(Vorgang vorgang);

    @Test
    void findsADocumentByTheStemsOfItsWords() {
        var vorgang = probe.open("Hundesteuer Müller");
        var dokument =
                probe.kept(vorgang, "Anmeldung.pdf", Dateien.pdf("Die Hunde wurden angemeldet"), Richtung.EINGANG);
        awaitRead(vorgang, Volltext.GELESEN);

        assertThat(search(findsStems() ? "Hund angemeldete" : "Hunde angemeldet")
                        .treffer())
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.dokument()).isEqualTo(dokument.id());
                    assertThat(hit.typ()).isEqualTo(Typ.PDF);
                    assertThat(hit.titel()).isEqualTo("Anmeldung.pdf");
                    assertThat(found(hit)).containsExactlyInAnyOrder("Hunde", "angemeldet");
                });
        assertThat(search("\"wurden angemeldet\"").anzahl()).isEqualTo(1);
        assertThat(search("\"angemeldet wurden\"").anzahl()).isZero();
        assertThat(search("Hunde Katze").anzahl()).isZero();
        assertThat(search("Hunde or Katze").anzahl()).isEqualTo(1);
        assertThat(search("Hunde -angemeldet").anzahl()).isZero();
        assertThat(search("Hunde -Katze").anzahl()).isEqualTo(1);
    }

    @Test
    void wordsMayBePartlyInTheNameAndPartlyInTheText() {
        var vorgang = probe.open("Probe");
        probe.kept(vorgang, "Gutachten.pdf", Dateien.pdf("Die Linde steht schief"), Richtung.EINGANG);
        awaitRead(vorgang, Volltext.GELESEN);

        assertThat(search("Gutachten Linde").treffer())
                .extracting(Treffer::titel)
                .containsExactly("Gutachten.pdf");
    }

    @Test
    void aNameCountsMoreThanAText() {
        var vorgang = probe.open("Probe");
        probe.kept(vorgang, "Bericht.pdf", Dateien.pdf("Lindenallee Lindenallee Lindenallee"), Richtung.EINGANG);
        probe.kept(vorgang, "Lindenallee.pdf", Dateien.pdf("Ein Bericht über Bäume"), Richtung.EINGANG);
        awaitRead(vorgang, Volltext.GELESEN);

        assertThat(search("Lindenallee").treffer())
                .extracting(Treffer::titel)
                .containsExactly("Lindenallee.pdf", "Bericht.pdf");
    }

    @Test
    void nothingThatIsTypedIsAQueryLanguage() {
        var vorgang = probe.open("Wildhase");
        awaitFound(vorgang);

        assertThat(search("Wildhase").anzahl()).isEqualTo(1);
        assertThat(List.of("Wild*", "Wi?dhase", "*", "Wildhose~", "betreff:Wildhase", "/Wild.*/", "[a TO z]", "Wil%"))
                .allSatisfy(text -> assertThat(search(text).anzahl()).isZero());
    }

    @Test
    void findsNamesHoweverTheyAreWritten() {
        var vorgang = probe.open("Hundesteuer Müller");
        awaitFound(vorgang);

        assertThat(List.of("Müller", "mueller", "Muller", "hundesteuer müller"))
                .allSatisfy(text -> assertThat(search(text).treffer())
                        .extracting(Treffer::vorgang)
                        .containsExactly(vorgang.id()));
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
        new AkteProbe(vorgaenge, dokumente).open("Geheimnis");
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
        assertThat(suche.search(Anfrage.of("Geheimnis"), probe.person("vs-vertraulich")))
                .isEqualTo(Trefferliste.empty());
    }

    @Test
    void whatIsChangedAtAVorgangReachesItsDocuments() {
        var vorgang = probe.open("Verschluss");
        probe.kept(vorgang, "Verschluss.pdf", Dateien.pdf("Verschluss"), Richtung.EINGANG);
        awaitRead(vorgang, Volltext.GELESEN);
        var akte = akten.of(vorgang.id(), probe.person()).orElseThrow();
        assertThat(search("Verschluss").anzahl()).isEqualTo(2);

        akten.classify(akte.id(), probe.person("vs-geheim"), Vertraulichkeit.GEHEIM, "Anzeige");
        assertThat(search("Verschluss")).isEqualTo(Trefferliste.empty());
        akten.classify(akte.id(), AkteProbe.registratur("vs-geheim"), Vertraulichkeit.OFFEN, "Irrtum");
        vorgaenge.close(vorgang.id(), "fertig");

        await().atMost(PATIENCE)
                .until(() -> search("Verschluss", Vorgang.Status.ABGESCHLOSSEN).anzahl() == 2);
        assertThat(search("Verschluss", Vorgang.Status.OFFEN)).isEqualTo(Trefferliste.empty());
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

        await().atMost(PATIENCE)
                .until(() -> search("Filterprobe", Vorgang.Status.ABGESCHLOSSEN).anzahl() == 1);
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
                "<->",
                "or",
                "or or -\"",
                "\"\"",
                "😀",
                "<script>alert(1)</script>",
                "{\"match_all\":{}}",
                "999-1/1-2026 or"
            })
    void whateverIsAskedIsAnswered(String text) {
        assertThat(search(text).mehr()).isFalse();
    }

    @Test
    void whateverLengthIsAskedForIsAnswered() {
        assertThat(List.of(
                        "a".repeat(100_000),
                        "a b ".repeat(50_000),
                        "(".repeat(5_000),
                        "\uD800 a",
                        "-x or \"".repeat(5_000)))
                .allSatisfy(text -> assertThat(search(text).mehr()).isFalse());
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
        probe.kept(vorgang, "Vergesslich.pdf", Dateien.pdf("Vergesslich"), Richtung.EINGANG);
        awaitRead(vorgang, Volltext.GELESEN);
        assertThat(search("Vergesslich").anzahl()).isEqualTo(2);

        suche.forget(vorgang.id());
        suche.forget(vorgang.id());
        assertThat(search("Vergesslich").anzahl()).isZero();
        await().atMost(PATIENCE).until(() -> kept(vorgang) == 0);

        // An order that was taken by a process that is gone.
        jdbc.sql("update processes.suchauftrag set stand = 'OFFEN', versuche = 1, faellig_am = now() where id = :id")
                .param("id", vorgang.id().value())
                .update();
        awaitFound(vorgang);
        assertThat(kept(vorgang)).isEqualTo(1);
    }

    Trefferliste search(String text) {
        return suche.search(Anfrage.of(text), probe.person());
    }

    private Trefferliste search(String text, Vorgang.Status status) {
        return suche.search(new Anfrage(text, null, status, null, null, 1), probe.person());
    }

    private Trefferliste search(
            @Nullable String verfahren, Vorgang.@Nullable Status status, @Nullable Integer jahr, @Nullable Typ typ) {
        return suche.search(new Anfrage("Filterprobe", verfahren, status, jahr, typ, 1), probe.person());
    }

    private static Set<String> found(Treffer hit) {
        return hit.auszug().stream().filter(Stelle::gefunden).map(Stelle::text).collect(Collectors.toSet());
    }

    final void awaitFound(Vorgang vorgang) {
        await().atMost(PATIENCE)
                .ignoreException(SucheUnavailableException.class)
                .until(() -> {
                    settle();
                    return suche
                            .search(Anfrage.of(vorgang.aktenzeichen()), probe.person("vs-geheim"))
                            .treffer()
                            .stream()
                            .anyMatch(hit -> hit.typ() == Typ.VORGANG);
                });
    }

    final void awaitRead(Vorgang vorgang, Volltext expected) {
        awaitFound(vorgang);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(dokumente.blaetter(vorgang.id(), probe.person()))
                        .extracting(Dokumentblatt::volltext)
                        .containsOnly(expected));
        settle();
    }
}
