package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Akten.Outcome;
import de.amtsfluss.processes.Akten.Verfuegung;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumente.Upload;
import de.amtsfluss.processes.akte.datei.Dateien;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class AktenIntegrationTests {

    private static final Akteur REGISTRATUR = AkteProbe.registratur();
    private static final byte[] PDF = Dateien.pdf("Antrag");

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Dokumente dokumente;

    @Autowired
    Akten akten;

    @Autowired
    Protokolleinsicht protokolle;

    @Autowired
    JdbcClient jdbc;

    AkteProbe probe;
    Vorgang vorgang;
    Akte akte;

    @BeforeEach
    void openVorgang() {
        probe = new AkteProbe(vorgaenge, dokumente);
        vorgang = probe.open("Probe");
        akte = akten.of(vorgang.id(), probe.person()).orElseThrow();
    }

    @Test
    void eachVorgangHasAnAkteFromTheBeginning() {
        assertThat(akte.kennzeichen()).isEqualTo(vorgang.aktenzeichen());
        assertThat(akte.vorgaenge()).containsExactly(vorgang.id());
        assertThat(akte.vertraulichkeit()).isEqualTo(Vertraulichkeit.OFFEN);
        assertThat(akten.find(akte.id(), Probe.FREMDER)).isEmpty();
        assertThat(akten.find(akte.id(), REGISTRATUR)).contains(akte);
        assertThat(dokumente.of(vorgang.id(), REGISTRATUR)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999-9", "", "' or 1=1"})
    void aUnitThatTheAktenplanDoesNotKnowOpensNothing(String einheit) {
        assertThatThrownBy(() -> probe.open("Probe", einheit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("to be a unit of the Aktenplan, but it has no such unit");
    }

    @Test
    void anAkteIsNotClosedToTheFilesWhileSomethingIsOpen() {
        var key = ThreadLocalRandom.current().nextLong(Long.MIN_VALUE, 0);
        jdbc.sql("""
                insert into processes.user_task (key, process_instance_key, element_instance_key, element_id,
                    bpmn_process_id, state, candidate_groups, priority, created_at, position)
                select :key, process_instance_key, 1, 'probe', 'probe', 'CREATED', '{}', 50, now(), 1
                from processes.vorgang where id = :id""").param("key", key).param("id", vorgang.id().value()).update();
        var draft = probe.kept(vorgang, "Entwurf.pdf", PDF, Richtung.AUSGANG);

        assertThat(akten.closeToFiles(akte.id(), probe.person()))
                .isEqualTo(new Outcome.Refused(List.of(
                        "Der Vorgang %s ist noch nicht abgeschlossen.".formatted(vorgang.aktenzeichen()),
                        "Im Vorgang %s ist eine Aufgabe offen.".formatted(vorgang.aktenzeichen()),
                        "Im Vorgang %s ist ein Dokument noch ein Entwurf.".formatted(vorgang.aktenzeichen()))));

        vorgaenge.close(vorgang.id(), "fertig");
        dokumente.file(draft.id());
        assertThat(akten.closeToFiles(akte.id(), probe.person())).isInstanceOf(Outcome.Refused.class);
        jdbc.sql("update processes.user_task set state = 'COMPLETED' where key = :key")
                .param("key", key)
                .update();
        assertThat(akten.closeToFiles(akte.id(), probe.person())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aClosedAkteIsKeptForTheYearsOfItsUnitAndTakesNothingMore() {
        var today = LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/Berlin"));

        var closed = close(akte);

        assertThat(closed.zdaAm()).isEqualTo(today);
        assertThat(closed.aufbewahrungsende()).isEqualTo(LocalDate.of(today.getYear() + 3, 12, 31));
        assertThat(akten.closeToFiles(akte.id(), probe.person())).isEqualTo(new Outcome.Done(closed));
        assertThat(probe.receive(vorgang, "spaet.pdf", PDF, Richtung.EINGANG))
                .isEqualTo(new Upload.Refused("Die Akte ist zu den Akten verfügt und nimmt keine Dokumente mehr auf."));
        assertThatThrownBy(
                        () -> dokumente.draft(DokumentId.random(), vorgang.id(), "a.txt", "text/plain", new byte[] {1}))
                .rootCause()
                .hasMessageContaining("Expected an open Akte");
        assertThat(akten.loeschhindernisse(vorgang.id()))
                .containsExactly("Die Aufbewahrungsfrist der Akte ist nicht abgelaufen.");
        assertThatThrownBy(() -> jdbc.sql("delete from processes.akte where id = :id")
                        .param("id", akte.id().value())
                        .update())
                .rootCause()
                .hasMessageContaining("Expected Akte");
    }

    @Test
    void anAkteWithoutEndOfItsTimeIsKeptForever() {
        var forever = probe.open("Probe", "999-2");
        vorgaenge.close(forever.id(), "fertig");
        var id = akten.of(forever.id(), probe.person()).orElseThrow().id();

        assertThat(akten.closeToFiles(id, probe.person()))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.akte().aufbewahrungsende()).isNull());
        assertThat(akten.loeschhindernisse(forever.id()))
                .containsExactly("Die Aufbewahrungsfrist der Akte ist nicht abgelaufen.");
    }

    @Test
    void onlyTheRegistraturOpensAClosedAkteAgainAndSaysWhy() {
        close(akte);

        assertThat(akten.reopen(akte.id(), probe.person(), "Nachtrag"))
                .isEqualTo(new Outcome.Refused(List.of("Das darf nur die Registratur.")));
        assertThat(akten.reopen(akte.id(), REGISTRATUR, " ")).isInstanceOf(Outcome.Refused.class);
        assertThat(akten.reopen(akte.id(), Probe.FREMDER, "Nachtrag")).isInstanceOf(Outcome.NotFound.class);
        assertThat(akten.reopen(AkteId.random(), REGISTRATUR, "Nachtrag")).isInstanceOf(Outcome.NotFound.class);

        assertThat(akten.reopen(akte.id(), REGISTRATUR, "Nachtrag"))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.akte()).isEqualTo(akte));
        assertThat(probe.receive(vorgang, "spaet.pdf", PDF, Richtung.EINGANG)).isInstanceOf(Upload.Kept.class);
        assertThat(akten.verfuegungen(akte.id(), probe.person()))
                .extracting(Verfuegung::art, Verfuegung::grund, Verfuegung::verfuegtVon)
                .containsExactly(
                        tuple(Verfuegung.Art.ZDA, null, "petra.mustermann"),
                        tuple(Verfuegung.Art.ZDA_AUFGEHOBEN, "Nachtrag", "rita.mustermann"));
        assertThat(akten.verfuegungen(akte.id(), Probe.FREMDER)).isEmpty();
    }

    @Test
    void aHeldAkteIsNotDeletedWhateverItsTime() {
        assertThat(akten.hold(akte.id(), probe.person(), true, "Klage"))
                .isEqualTo(new Outcome.Refused(List.of("Das darf nur die Registratur.")));

        akten.hold(akte.id(), REGISTRATUR, true, "Klage gegen Erika Musterfrau");
        close(akte);

        assertThat(akten.loeschhindernisse(vorgang.id())).contains("Für die Akte gilt eine Löschsperre.");
        jdbc.sql("update processes.akte set aufbewahrungsende = '2020-12-31' where id = :id")
                .param("id", akte.id().value())
                .update();
        assertThatThrownBy(() -> jdbc.sql("delete from processes.akte where id = :id")
                        .param("id", akte.id().value())
                        .update())
                .rootCause()
                .hasMessageContaining("since it is held");
        akten.hold(akte.id(), REGISTRATUR, false, "Klage zurückgenommen");
        assertThat(akten.loeschhindernisse(vorgang.id())).isEmpty();
        assertThat(jdbc.sql("select string_agg(v::text, ' ') from processes.akte_verfuegung v")
                        .query(String.class)
                        .single())
                .doesNotContain("Musterfrau");
        assertThat(jdbc.sql("select string_agg(p::text, ' ') from processes.protokoll p")
                        .query(String.class)
                        .single())
                .contains("loeschsperre")
                .doesNotContain("Klage");
        assertThatThrownBy(
                        () -> jdbc.sql("delete from processes.akte_verfuegung").update())
                .rootCause()
                .hasMessageContaining("to stay as they are");
    }

    @Test
    void whatIsConfidentialIsReadByThoseWhoAreAllowedTo() {
        var dokument = probe.kept(vorgang, "Antrag.pdf", PDF, Richtung.EINGANG);
        var cleared = probe.person("vs-vertraulich");

        assertThat(akten.classify(akte.id(), probe.person(), Vertraulichkeit.VERTRAULICH, "Anzeige"))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(akten.classify(akte.id(), cleared, Vertraulichkeit.VERTRAULICH, "Anzeige"))
                .isInstanceOf(Outcome.Done.class);

        assertThat(dokumente.find(dokument.id(), probe.person())).isEmpty();
        assertThat(dokumente.of(vorgang.id(), probe.person())).isEmpty();
        assertThat(akten.find(akte.id(), probe.person())).isEmpty();
        assertThat(akten.find(akte.id(), REGISTRATUR)).isEmpty();
        assertThat(dokumente.find(dokument.id(), cleared)).isPresent();
        assertThat(akten.classify(akte.id(), cleared, Vertraulichkeit.OFFEN, "Erledigt"))
                .isEqualTo(new Outcome.Refused(List.of("Das darf nur die Registratur.")));
        assertThat(akten.classify(
                        akte.id(), AkteProbe.registratur("vs-vertraulich"), Vertraulichkeit.OFFEN, "Erledigt"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(dokumente.find(dokument.id(), probe.person())).isPresent();
        assertThat(protokolle.of(vorgang.id(), probe.person()))
                .extracting(entry -> entry.was().neuerWert())
                .contains("VERTRAULICH", "OFFEN");
    }

    private Akte close(Akte open) {
        vorgaenge.close(vorgang.id(), "fertig");
        return ((Outcome.Done) akten.closeToFiles(open.id(), probe.person())).akte();
    }
}
