package de.amtsfluss.processes.aussonderung;

import static de.amtsfluss.processes.aussonderung.AussonderungProbe.ARCHIV;
import static de.amtsfluss.processes.aussonderung.AussonderungProbe.LONG_AGO;
import static de.amtsfluss.processes.aussonderung.AussonderungProbe.REGISTRATUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Akten;
import de.amtsfluss.processes.Aktensuche;
import de.amtsfluss.processes.Aktensuche.Anfrage;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungen;
import de.amtsfluss.processes.Aussonderungen.Outcome;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Aussonderungseintrag.Stand;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Loeschnachweis;
import de.amtsfluss.processes.Postfach;
import de.amtsfluss.processes.Protokolleinsicht;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.schluessel.Verschluesselung;
import de.amtsfluss.processes.vorgang.Vorgangsanlage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is erased is gone from every table and the index, once and for all, and its proof stays. */
@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class LoeschungIntegrationTests {

    @Autowired
    Aussonderungen aussonderungen;

    @Autowired
    Ermittlung ermittlung;

    @Autowired
    Loeschung loeschung;

    @Autowired
    Verschluesselung verschluesselung;

    @Autowired
    Vorgangsanlage anlage;

    @Autowired
    Postfach postfach;

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Dokumente dokumente;

    @Autowired
    Akten akten;

    @Autowired
    Aktensuche suche;

    @Autowired
    Protokolleinsicht protokolle;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    /** A name that stands nowhere else in the database. */
    String name;

    AussonderungProbe probe;
    Vorgang vorgang;

    @BeforeEach
    void openVorgang() {
        probe = new AussonderungProbe(vorgaenge, dokumente, akten, jdbc);
        name = "Muster" + UUID.randomUUID().toString().replace("-", "").replaceAll("[0-9]", "x");
        vorgang = probe.open("Hundesteuer " + name);
    }

    @Test
    void nothingOfAnErasedVorgangIsFoundInAnyTableOrInTheIndex() {
        var dokument = probe.document(vorgang, "Antrag " + name + ".pdf", "Hund von " + name);
        fillAllTables();
        probe.close(vorgang, LONG_AGO);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> suche.search(Anfrage.of(name), probe.clerk()).anzahl() == 2);
        assertThat(tablesWithTheName())
                .as("what the test would find")
                .contains(
                        "processes.akte",
                        "processes.antrag",
                        "processes.dokument_version",
                        "processes.incident",
                        "processes.message_outbox",
                        "processes.task_completion",
                        "processes.versand",
                        "processes.vorgang",
                        "suche.eintrag");
        var list = appraised();

        var outcome = aussonderungen.erase(list, REGISTRATUR);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(tablesWithTheName()).isEmpty();
        assertThat(rowsOfTheVorgang()).containsExactlyInAnyOrder("vorgang_akte", "loeschnachweis");
        assertThat(suche.search(Anfrage.of(name), probe.clerk()).anzahl()).isZero();
        assertThat(suche.search(Anfrage.of(vorgang.aktenzeichen()), probe.clerk())
                        .anzahl())
                .isZero();
        assertThat(dokumente.find(dokument.id())).isEmpty();
        assertThat(vorgaenge.beteiligte(vorgang.id())).isEmpty();
        assertThat(vorgaenge.list(Vorgaenge.Query.all(), probe.clerk())).isEmpty();
        assertThat(verschluesselung.open(vorgang.id(), "daten", new byte[64])).isEmpty();
        assertThat(protokolle.verify(vorgang.id(), probe.clerk())).isInstanceOf(Protokolleinsicht.Befund.Sound.class);
        assertThat(nachweis().dokumente()).isOne();
        assertThat(nachweis().satz()).contains(vorgang.aktenzeichen(), "nicht übernehmen wollte");
    }

    @Test
    void theProofStaysAsItIs() {
        probe.close(vorgang, LONG_AGO);
        aussonderungen.erase(appraised(), REGISTRATUR);

        for (var sql : List.of(
                "delete from processes.loeschnachweis where vorgang_id = :id",
                "update processes.loeschnachweis set angeordnet_von = 'x' where vorgang_id = :id",
                "update processes.loeschnachweis set geloescht_am = now() where vorgang_id = :id")) {
            assertThatThrownBy(() ->
                            jdbc.sql(sql).param("id", vorgang.id().value()).update())
                    .rootCause()
                    .hasMessageContaining("Expected the proof of erasure");
        }
        assertThat(nachweis().bewertet().von()).isEqualTo(ARCHIV.kennung());
        assertThat(nachweis().angeordnet().von()).isEqualTo(REGISTRATUR.kennung());
        assertThat(nachweis().schluesselGeloeschtAm()).isNotNull();
    }

    @Test
    void aRepeatErasesNothingTwice() {
        probe.close(vorgang, LONG_AGO);
        var list = appraised();
        aussonderungen.erase(list, REGISTRATUR);
        var before = nachweis();

        loeschung.finish();
        aussonderungen.erase(list, REGISTRATUR);
        ermittlung.run();

        assertThat(nachweis()).isEqualTo(before);
        assertThat(protokolle.of(vorgang.id(), probe.clerk()))
                .extracting(entry -> entry.was().aktion())
                .containsOnlyOnce(Aktion.GELOESCHT);
        assertThat(eintrag(list).stand()).isEqualTo(Stand.GELOESCHT);
    }

    @Test
    void anErasureKilledBetweenKeyAndRowsIsFinishedByTheNextRun() {
        var dokument = probe.document(vorgang, "Antrag.pdf", name);
        probe.close(vorgang, LONG_AGO);
        var list = appraised();
        var akte = akten.of(vorgang.id(), probe.clerk()).orElseThrow().id();

        transactions.executeWithoutResult(status ->
                assertThat(loeschung.order(eintrag(list), REGISTRATUR)).isEmpty());
        assertThat(aussonderungen.erasureOf(vorgang.id().value(), probe.clerk()))
                .as("the order alone is told already")
                .isPresent();
        assertThat(akten.hold(akte, REGISTRATUR, true, "zu spät"))
                .isEqualTo(new Akten.Outcome.Refused(List.of("Die Akte ist gelöscht.")));
        assertThat(aussonderungen.setAside(list, eintrag(list).id(), REGISTRATUR))
                .isInstanceOf(Outcome.Refused.class);
        verschluesselung.destroy(vorgang.id());
        assertThat(dokumente.find(dokument.id())).isEmpty();
        assertThat(vorgaenge.find(vorgang.id()).orElseThrow().daten()).isEmpty();

        loeschung.finish();

        assertThat(tablesWithTheName()).isEmpty();
        assertThat(nachweis().geloeschtAm()).isNotNull();
        assertThat(eintrag(list).stand()).isEqualTo(Stand.GELOESCHT);
    }

    @Test
    void filedDocumentsAreDeletedByNothingElse() {
        var dokument = probe.document(vorgang, "Antrag.pdf", name);

        for (var sql : List.of(
                "delete from processes.dokument where id = :id",
                "delete from processes.dokument_version where dokument_id = :id",
                "update processes.dokument_version set content = '' where dokument_id = :id")) {
            assertThatThrownBy(() ->
                            jdbc.sql(sql).param("id", dokument.id().value()).update())
                    .rootCause()
                    .hasMessageContaining("to stay as");
        }
    }

    /** Rows as the rest of the application leaves them, the name in clear even where it should not be. */
    private void fillAllTables() {
        var id = vorgang.id().value();
        transactions.executeWithoutResult(status -> anlage.replaceBeteiligte(
                vorgang.id(),
                List.of(new Beteiligter(
                        Beteiligter.Rolle.ANTRAGSTELLER, name, null, null, null, null, Versandweg.BRIEF, name))));
        postfach.put(new Postfach.New(UUID.randomUUID(), vorgang.id(), name, name, name, null));
        for (var sql : List.of(
                "insert into processes.antrag values (:id, :name, 'formular', now())",
                "insert into processes.beteiligter_kennzeichen values (:id, convert_to(:name, 'UTF8'))",
                """
                insert into processes.versand (id, auftrag, ursprung, vorgang_id, template, angaben, empfaenger, weg,
                    hauptsache, zustand, naechster_am, angelegt_am)
                values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), :id, 'brief',
                    jsonb_build_object('name', :name), :name, 'BRIEF', true, 'FEHLGESCHLAGEN', now(), now())""",
                """
                insert into processes.entscheidung (id, vorgang_id, tabelle, version, inhalt, entschieden_am)
                values (gen_random_uuid(), :id, 'probe', 1, convert_to(:name, 'UTF8'), now())""",
                """
                insert into processes.geschaeftsgang (id, vorgang_id, verfasser, status, process_instance_key,
                    gestartet_am) values (:id, :id, 'petra.mustermann', 'ABGESCHLOSSEN', :geschaeftsgang, now())""",
                """
                insert into processes.beteiligungsschritt (id, geschaeftsgang_id, nummer, stufe, status, verfuegung,
                    gruppe, notiz, ersteller, erstellt_am, bearbeiter, bearbeitet_am, vermerk)
                values (:id, :id, 1, 1, 'ABGESCHLOSSEN', 'ZUR_KENNTNIS', 'x', convert_to(:name, 'UTF8'), 'x', now(),
                    'x', now(), 'x')""",
                """
                insert into processes.user_task (key, process_instance_key, element_instance_key, element_id,
                    bpmn_process_id, state, candidate_groups, priority, created_at, position)
                values (:task, :geschaeftsgang, 1, 'probe', 'probe', 'COMPLETED', '{}', 50, now(), 1)""",
                """
                insert into processes.task_completion values (:task, jsonb_build_object('name', :name), 'x', 'DONE', 0,
                    now(), now())""",
                """
                insert into processes.incident select :task, process_instance_key, 1, 'probe', 'probe', 'JOB_NO_RETRIES',
                    :name, 'RESOLVED', now(), now(), 1 from processes.vorgang where id = :id""",
                """
                insert into processes.message_outbox (id, kind, name, correlation_key, time_to_live_ms, facts, state,
                    created_at, next_attempt_at) values (gen_random_uuid(), 'MESSAGE', 'probe', :id::text, 1,
                    jsonb_build_object('name', :name), 'DONE', now(), now())""")) {
            jdbc.sql(sql)
                    .param("id", id)
                    .param("name", name)
                    .param("task", id.getMostSignificantBits())
                    .param("geschaeftsgang", id.getLeastSignificantBits())
                    .update();
        }
    }

    /** Every table of the database, row by row, as text and as bytes. */
    private List<String> tablesWithTheName() {
        return jdbc.sql("""
                select table_schema || '.' || table_name from information_schema.tables
                where table_schema in ('processes', 'suche', 'schluessel') and table_type = 'BASE TABLE'""").query((row, number) -> row.getString(1)).list().stream()
                .filter(table -> jdbc.sql(
                                "select exists (select from %s t where position(:name in t::text) > 0".formatted(table)
                                        + " or position(:hex in t::text) > 0)")
                        .param("name", name)
                        .param("hex", HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)))
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    /** The tables that still have rows of the Vorgang, besides the Vorgang and its Protokoll. */
    private List<String> rowsOfTheVorgang() {
        return jdbc.sql("""
                select table_name from information_schema.columns
                where table_schema = 'processes' and column_name = 'vorgang_id'""").query((row, number) -> row.getString(1)).list().stream()
                .filter(table -> jdbc.sql(
                                "select exists (select from processes.%s where vorgang_id = :id)".formatted(table))
                        .param("id", vorgang.id().value())
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private AussonderungId appraised() {
        var list = ermittlung.run().orElseThrow();
        aussonderungen.offer(list, REGISTRATUR);
        aussonderungen.appraiseRest(list, Bewertung.VERNICHTEN, ARCHIV);
        aussonderungen.completeAppraisal(list, ARCHIV);
        return list;
    }

    private Aussonderungseintrag eintrag(AussonderungId list) {
        return aussonderungen.eintraege(list, REGISTRATUR).stream()
                .filter(one -> one.kennzeichen().equals(vorgang.aktenzeichen()))
                .findFirst()
                .orElseThrow();
    }

    private Loeschnachweis nachweis() {
        return aussonderungen
                .erasureOf(vorgang.id().value(), probe.clerk())
                .filter(found ->
                        found.vorgang().equals(new VorgangId(vorgang.id().value())))
                .orElseThrow();
    }
}
