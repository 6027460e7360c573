package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Handelnder.Art;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokolleinsicht.Befund;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class ProtokollIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final DecisionId TABLE = new DecisionId("containerLeerung");
    private static final Map<String, Object> FULL = Map.of("fraktion", "Glas", "fuellstandProzent", 97);

    @Autowired
    ProcessMessages messages;

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Aufgaben aufgaben;

    @Autowired
    Dokumente dokumente;

    @Autowired
    Entscheidungen entscheidungen;

    @Autowired
    DecisionTables tables;

    @Autowired
    Protokolleinsicht protokolle;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private final AusloeserId ausloeser = AusloeserId.random();

    @Test
    void whatPeopleDoWithATaskIsInTheProtokollAndWhatTheyEnterIsNot() {
        messages.start(Probe.start(ausloeser, "P-" + ausloeser));
        var vorgang = awaitVorgang();
        var aufgabe = await().atMost(PATIENCE)
                .until(() -> aufgabe(vorgang), Optional::isPresent)
                .orElseThrow();

        assertThat(aufgaben.claim(aufgabe.key(), Probe.PRUEFERIN)).isEqualTo(new Aufgaben.Outcome.Done());
        assertThat(aufgaben.claim(aufgabe.key(), Probe.PRUEFER)).isInstanceOf(Aufgaben.Outcome.Conflict.class);
        assertThat(aufgaben.unclaim(aufgabe.key(), Probe.PRUEFERIN)).isEqualTo(new Aufgaben.Outcome.Done());
        assertThat(aufgaben.claim(aufgabe.key(), Probe.PRUEFER)).isEqualTo(new Aufgaben.Outcome.Done());
        // The read model may still show the claim that was given back.
        await().atMost(PATIENCE)
                .until(() ->
                        aufgaben.complete(aufgabe.key(), Probe.PRUEFER, Map.of("geprueft", true, "bemerkung", "Krank"))
                                instanceof Aufgaben.Outcome.Done);

        assertThat(protokolle.of(vorgang, Probe.PRUEFER))
                .extracting(
                        entry -> entry.wer().art(),
                        entry -> entry.wer().kennung(),
                        entry -> entry.was().objektart(),
                        entry -> entry.was().aktion(),
                        entry -> entry.was().metadatum())
                .containsExactly(
                        tuple(Art.SYSTEM, "probe.open", Objektart.VORGANG, Aktion.ANGELEGT, null),
                        tuple(Art.SYSTEM, "probe.open", Objektart.AKTE, Aktion.ANGELEGT, null),
                        tuple(Art.PERSON, "petra.mustermann", Objektart.AUFGABE, Aktion.UEBERNOMMEN, null),
                        tuple(Art.PERSON, "petra.mustermann", Objektart.AUFGABE, Aktion.ZURUECKGEGEBEN, null),
                        tuple(Art.PERSON, "peter.mustermann", Objektart.AUFGABE, Aktion.UEBERNOMMEN, null),
                        tuple(Art.PERSON, "peter.mustermann", Objektart.AUFGABE, Aktion.ERLEDIGT, null),
                        tuple(Art.PERSON, "peter.mustermann", Objektart.VORGANG, Aktion.GEAENDERT, "bemerkung"),
                        tuple(Art.PERSON, "peter.mustermann", Objektart.VORGANG, Aktion.GEAENDERT, "geprueft"));
        assertThat(jdbc.sql("select string_agg(p::text, ' ') from processes.protokoll p")
                        .query(String.class)
                        .single())
                .doesNotContain("Krank");
        assertThat(protokolle.verify(vorgang, Probe.PRUEFER)).isEqualTo(new Befund.Sound(8));
        assertThat(protokolle.of(vorgang, Probe.FREMDER)).isEmpty();
        assertThat(protokolle.verify(vorgang, Probe.FREMDER)).isEqualTo(new Befund.NotFound());
    }

    @Test
    void whatHappensToVorgangDocumentAndDecisionIsInTheProtokollOnce() {
        messages.start(Probe.start(ausloeser, "P-" + ausloeser));
        var vorgang = awaitVorgang();
        var id = DokumentId.random();
        for (var content : new byte[][] {{1}, {1}, {2}}) {
            dokumente.draft(id, vorgang, "Entwurf.pdf", "application/pdf", content);
        }
        dokumente.file(id);
        dokumente.file(id);
        var filed = dokumente.draft(id, vorgang, "Anderes.pdf", "application/pdf", new byte[] {9});
        assertThat(dokumente.find(id, Probe.PRUEFERIN)).isPresent();
        assertThat(dokumente.find(id, Probe.FREMDER)).isEmpty();
        var entscheidung = UUID.randomUUID();
        entscheidungen.decide(entscheidung, vorgang, new Entscheidungen.Question(TABLE, FULL));
        entscheidungen.decide(entscheidung, vorgang, new Entscheidungen.Question(TABLE, FULL));
        vorgaenge.close(vorgang, "geprueft");
        vorgaenge.close(vorgang, "geprueft");
        vorgaenge.supplement(new VorgangId(UUID.randomUUID()), Map.of("a", 1));

        assertThat(protokolle.of(vorgang, Probe.PRUEFER))
                .extracting(
                        entry -> entry.was().objektart(),
                        entry -> entry.was().aktion(),
                        entry -> entry.wer().kennung())
                .containsExactly(
                        tuple(Objektart.VORGANG, Aktion.ANGELEGT, "probe.open"),
                        tuple(Objektart.AKTE, Aktion.ANGELEGT, "probe.open"),
                        tuple(Objektart.DOKUMENT, Aktion.ANGELEGT, "system"),
                        tuple(Objektart.DOKUMENT, Aktion.GEAENDERT, "system"),
                        tuple(Objektart.DOKUMENT, Aktion.ABGELEGT, "system"),
                        tuple(Objektart.DOKUMENT, Aktion.GELESEN, "petra.mustermann"),
                        tuple(Objektart.ENTSCHEIDUNG, Aktion.ENTSCHIEDEN, "system"),
                        tuple(Objektart.VORGANG, Aktion.ABGESCHLOSSEN, "system"));
        assertThat(protokolle.of(vorgang, Probe.PRUEFER)).satisfies(entries -> {
            assertThat(entries.get(4).was().neuerWert()).isEqualTo(filed.sha256());
            assertThat(entries.get(6).was().neuerWert()).startsWith("containerLeerung, version ");
        });
    }

    @Test
    void aDecisionBeforeThereIsAVorgangIsInTheChainWithoutVorgangOnce() {
        var decided = (Decided) tables.evaluate(TABLE, FULL);

        for (var attempt = 0; attempt < 2; attempt++) {
            transactions.executeWithoutResult(status -> entscheidungen.keep(ausloeser, decided));
        }

        var id = jdbc.sql("select id::text from processes.entscheidung where ausloeser_id = :id")
                .param("id", ausloeser.value())
                .query(String.class)
                .single();
        assertThat(jdbc.sql("select kette from processes.protokoll where objekt_id = :id")
                        .param("id", id)
                        .query(UUID.class)
                        .list())
                .containsExactly(Protokolleintrag.OHNE_VORGANG);
    }

    private VorgangId awaitVorgang() {
        return await().atMost(PATIENCE)
                .until(() -> vorgaenge.findByAusloeser(ausloeser), Optional::isPresent)
                .map(Vorgang::id)
                .orElseThrow();
    }

    private Optional<Aufgabe> aufgabe(VorgangId vorgang) {
        return aufgaben.list(Probe.PRUEFER).stream()
                .filter(aufgabe -> vorgang.equals(aufgabe.vorgang()))
                .findFirst();
    }
}
