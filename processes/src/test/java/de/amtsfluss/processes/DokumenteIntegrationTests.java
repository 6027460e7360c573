package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumente.Upload;
import de.amtsfluss.processes.Dokumente.Vermerk;
import de.amtsfluss.processes.Dokumente.WithContent;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.akte.datei.Dateien;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class DokumenteIntegrationTests {

    private static final byte[] PDF = Dateien.pdf("Antrag");

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Dokumente dokumente;

    @Autowired
    Protokolleinsicht protokolle;

    @Autowired
    JdbcClient jdbc;

    AkteProbe probe;
    Vorgang vorgang;

    @BeforeEach
    void openVorgang() {
        probe = new AkteProbe(vorgaenge, dokumente);
        vorgang = probe.open("Probe");
    }

    @Test
    void eachChangeOfADraftIsAVersionThatStays() {
        var id = DokumentId.random();
        for (var content : List.of("a", "a", "b", "c")) {
            dokumente.draft(id, vorgang.id(), "Entwurf.txt", "text/plain", Dateien.bytes(content));
        }

        var blatt = dokumente.blaetter(vorgang.id(), probe.person()).getFirst();

        assertThat(blatt.versionen()).extracting(Dokumentversion::nummer).containsExactly(1, 2, 3);
        assertThat(blatt.versionen().getFirst().sha256())
                .isEqualTo("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
        assertThat(blatt.versionen().getFirst().sha512())
                .startsWith("1f40fc92da241694")
                .hasSize(128);
        assertThat(dokumente.find(id, 1, probe.person()).map(WithContent::content))
                .contains(Dateien.bytes("a"));
        assertThat(dokumente.find(id, probe.person()).map(WithContent::content)).contains(Dateien.bytes("c"));
        assertThat(dokumente.find(id, 4, probe.person())).isEmpty();
        assertThat(dokumente.find(id, 1, Probe.FREMDER)).isEmpty();
        assertThat(dokumente.blaetter(vorgang.id(), Probe.FREMDER)).isEmpty();
    }

    @Test
    void contentIsKeptEncrypted() {
        var dokument = probe.kept(vorgang, "Antrag.pdf", PDF, Richtung.EINGANG);

        var kept = jdbc.sql("select content from processes.dokument_version where dokument_id = :id")
                .param("id", dokument.id().value())
                .query((row, number) -> row.getBytes(1))
                .single();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
        assertThat(dokumente.find(dokument.id()).map(WithContent::content)).contains(PDF);
    }

    @Test
    void aFiledDocumentStaysAsItIsInTheDatabaseToo() {
        var id = probe.kept(vorgang, "Antrag.pdf", PDF, Richtung.EINGANG).id();

        assertThat(dokumente.draft(id, vorgang.id(), "Anderes.txt", "text/plain", Dateien.bytes("x")))
                .satisfies(same -> {
                    assertThat(same.name()).isEqualTo("Antrag.pdf");
                    assertThat(same.abgelegtAm()).isNotNull();
                });
        for (var sql : List.of(
                "update processes.dokument set abgelegt_am = null where id = '%s'",
                "update processes.dokument set richtung = 'INTERN' where id = '%s'",
                "update processes.dokument set posteingang_am = '2020-01-01' where id = '%s'",
                "delete from processes.dokument where id = '%s'",
                "update processes.dokument_version set content = '' where dokument_id = '%s'",
                "delete from processes.dokument_version where dokument_id = '%s'",
                "insert into processes.dokument_version select dokument_id, 2, name, media_type, sha256, sha512, groesse,"
                        + " content, erstellt_am, erstellt_von from processes.dokument_version where dokument_id = '%s'",
                "truncate processes.dokument_version cascade")) {
            assertThatThrownBy(() -> jdbc.sql(sql.formatted(id)).update())
                    .describedAs(sql)
                    .rootCause()
                    .hasMessageContaining("Expected ");
        }
    }

    @Test
    void whenItWasSentIsNotedOnceOnAFiledDocumentToo() {
        var day = LocalDate.of(2026, 11, 26);
        var id = probe.kept(vorgang, "Bescheid.pdf", PDF, Richtung.AUSGANG).id();
        dokumente.file(id);

        assertThat(dokumente.sent(id, day)).isInstanceOf(Vermerk.Noted.class);
        assertThat(dokumente.sent(id, day)).isInstanceOf(Vermerk.Noted.class);
        assertThat(dokumente.sent(id, day.plusDays(1))).isInstanceOf(Vermerk.Refused.class);
        assertThat(dokumente.blaetter(vorgang.id(), probe.person()).getFirst().postausgangAm())
                .isEqualTo(day);
        assertThatThrownBy(() -> dokumente.sent(DokumentId.random(), day)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatComesInIsFiledAtOnceWithItsDay() {
        var dokument = probe.kept(vorgang, "../Antrag\u202E.pdf", PDF, Richtung.EINGANG);

        assertThat(dokument.name()).isEqualTo("Antrag.pdf");
        assertThat(dokument.mediaType()).isEqualTo("application/pdf");
        assertThat(dokument.abgelegtAm()).isNotNull();
        assertThat(dokumente.blaetter(vorgang.id(), probe.person()).getFirst().posteingangAm())
                .isEqualTo(LocalDate.ofInstant(dokument.erstelltAm(), ZoneId.of("Europe/Berlin")));
        assertThat(protokolle.of(vorgang.id(), probe.person()))
                .extracting(entry -> entry.was().aktion())
                .endsWith(Aktion.ANGELEGT, Aktion.ABGELEGT);
        assertThat(protokolle.of(vorgang.id(), probe.person()).getLast().wer().kennung())
                .isEqualTo("petra.mustermann");
    }

    @Test
    void aDraftTakesNewVersionsUntilItIsFiled() {
        var draft = probe.kept(vorgang, "Entwurf.txt", Dateien.bytes("eins"), Richtung.INTERN);
        var next = new Eingang(vorgang.id(), draft.id(), "Entwurf.txt", null, Richtung.INTERN, null);

        var second = dokumente.receive(next, new ByteArrayInputStream(Dateien.bytes("zwei")), probe.person());
        dokumente.file(draft.id(), probe.person());
        var third = dokumente.receive(next, new ByteArrayInputStream(Dateien.bytes("drei")), probe.person());

        assertThat(second).isInstanceOf(Upload.Kept.class);
        assertThat(third).isEqualTo(new Upload.Refused("Das Dokument ist abgelegt und bleibt, wie es ist."));
        assertThat(dokumente.find(draft.id()).map(WithContent::content)).contains(Dateien.bytes("zwei"));
    }

    @Test
    void aVersionGoesToADraftOfTheSameVorgangOnly() {
        var draft = probe.kept(vorgang, "Entwurf.txt", Dateien.bytes("eins"), Richtung.INTERN);
        var other = probe.open("Andere Probe");

        assertThat(dokumente.receive(
                        new Eingang(other.id(), draft.id(), "a.txt", null, Richtung.INTERN, null),
                        new ByteArrayInputStream(Dateien.bytes("zwei")),
                        probe.person()))
                .isInstanceOf(Upload.NotFound.class);
        assertThat(dokumente.receive(
                        new Eingang(vorgang.id(), null, "a.txt", null, Richtung.INTERN, null),
                        new ByteArrayInputStream(Dateien.bytes("zwei")),
                        Probe.FREMDER))
                .isInstanceOf(Upload.NotFound.class);
        assertThat(dokumente.file(draft.id(), Probe.FREMDER)).isInstanceOf(Vermerk.NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {20L * 1_048_576 + 1, 100_000_000})
    void aFileThatIsTooLargeIsReadNoFurtherThanIsAllowed(long size) {
        var endless = new AkteProbe.Zeros(size);

        var upload = dokumente.receive(
                new Eingang(vorgang.id(), null, "gross.pdf", null, Richtung.EINGANG, null), endless, probe.person());

        assertThat(upload).isEqualTo(new Upload.Refused("Die Datei ist größer als 20 MB."));
        assertThat(endless.given()).isEqualTo(20L * 1_048_576 + 1);
        assertThat(dokumente.of(vorgang.id())).isEmpty();
    }

    @Test
    void whatIsNotWantedIsNotKept() {
        assertThat(probe.receive(vorgang, "a.exe", Dateien.bytes("MZ\u0000\u0001"), Richtung.EINGANG))
                .isInstanceOf(Upload.Refused.class);
        assertThat(dokumente.receive(
                        new Eingang(
                                vorgang.id(),
                                null,
                                "a.pdf",
                                null,
                                Richtung.EINGANG,
                                LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/Berlin"))
                                        .plusDays(2)),
                        new ByteArrayInputStream(PDF),
                        probe.person()))
                .isEqualTo(new Upload.Refused("Der Tag des Posteingangs liegt in der Zukunft."));
        assertThat(dokumente.of(vorgang.id())).isEmpty();
    }
}
