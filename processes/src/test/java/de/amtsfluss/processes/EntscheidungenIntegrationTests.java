package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionReleases;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Entscheidungen.Outcome;
import de.amtsfluss.processes.Entscheidungen.Question;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class EntscheidungenIntegrationTests {

    private static final DecisionId TABLE = new DecisionId("containerLeerung");
    private static final Map<String, Object> FULL =
            Map.of("fraktion", "Glas", "fuellstandProzent", new BigDecimal("97.5"), "ort", "Siegfriedplatz 1");

    @Autowired
    Entscheidungen entscheidungen;

    @Autowired
    DecisionTables tables;

    @Autowired
    DecisionReleases releases;

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void keepsADecisionWithItsReasonForThoseWhoMaySeeTheVorgang() {
        var vorgang = vorgang(null);

        var made = entscheidungen.decide(UUID.randomUUID(), vorgang, new Question(TABLE, FULL));

        assertThat(entscheidungen.about(vorgang, Probe.PRUEFER)).singleElement().satisfies(kept -> {
            assertThat(made).isEqualTo(new Outcome.Made(kept));
            assertThat(kept.tabelle()).isEqualTo(TABLE);
            assertThat(kept.eingaben())
                    .isEqualTo(Map.of("fraktion", "Glas", "fuellstandProzent", new BigDecimal("97.5")));
            assertThat(kept.ergebnisse().getFirst()).containsEntry("massnahme", "sofort");
            assertThat(kept.zeilen()).hasSize(1);
            assertThat(kept.begruendung())
                    .startsWith("Bei einem Füllstand von 97,5 % lautet die Maßnahme „sofort“, weil ab 95 % ");
        });
        assertThat(entscheidungen.about(vorgang, Probe.FREMDER)).isEmpty();
    }

    @Test
    void keepsWhatWasDecidedOnTheWayAndDecidesByTheVersionThatIsAsked() {
        var vorgang = vorgang(null);
        var gebuehr = new DecisionId("probeGebuehr");
        release("10");
        release("12");

        var first =
                entscheidungen.decide(UUID.randomUUID(), vorgang, new Question(gebuehr, 1, Map.of("quadratmeter", 3)));
        var second =
                entscheidungen.decide(UUID.randomUUID(), vorgang, new Question(gebuehr, Map.of("quadratmeter", 3)));

        assertThat(first).isInstanceOfSatisfying(Outcome.Made.class, made -> {
            assertThat(made.entscheidung().ergebnisse()).containsExactly(Map.of("probeGebuehr", 30));
            assertThat(made.entscheidung().eingaben()).containsEntry("quadratmeter", 3);
            assertThat(made.entscheidung().schritte()).singleElement().satisfies(schritt -> {
                assertThat(schritt.tabelle()).isEqualTo(new DecisionId("probeSatz"));
                assertThat(schritt.begruendung()).isEqualTo("satz: 10, weil es klein ist (§ 1 Probesatzung).");
            });
        });
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Made.class,
                        made -> assertThat(made.entscheidung().ergebnisse())
                                .containsExactly(Map.of("probeGebuehr", 36)));
        assertThat(replay(tables, gebuehr, Instant.EPOCH, 10).aenderungen())
                .singleElement()
                .satisfies(change -> assertThat(change.neu()).contains("36"));
    }

    private void release(String satz) {
        var dmn = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="probe" name="Probe" namespace="https://amtsfluss.de">
                  <inputData id="quadratmeter" name="quadratmeter"><variable name="quadratmeter" typeRef="number"/></inputData>
                  <decision id="probeSatz" name="Welcher Satz gilt?"><variable name="satz" typeRef="number"/>
                    <informationRequirement><requiredInput href="#quadratmeter"/></informationRequirement>
                    <decisionTable>
                      <input id="input"><inputExpression typeRef="number"><text>quadratmeter</text></inputExpression></input>
                      <output id="output" name="satz" typeRef="number"/>
                      <rule id="klein"><description>weil es klein ist (§ 1 Probesatzung)</description>
                        <inputEntry><text>&lt; 5</text></inputEntry><outputEntry><text>%s</text></outputEntry></rule>
                      <rule id="gross"><inputEntry><text>&gt;= 5</text></inputEntry><outputEntry><text>9</text></outputEntry></rule>
                    </decisionTable></decision>
                  <decision id="probeGebuehr" name="Welche Gebühr gilt?"><variable name="probeGebuehr" typeRef="number"/>
                    <informationRequirement><requiredInput href="#quadratmeter"/></informationRequirement>
                    <informationRequirement><requiredDecision href="#probeSatz"/></informationRequirement>
                    <literalExpression><text>satz * quadratmeter</text></literalExpression></decision>
                </definitions>
                """.formatted(satz);
        var file = new DmnFile("probeGebuehr.dmn", dmn.getBytes(StandardCharsets.UTF_8));
        assertThat(releases.release(List.of(file), Strictness.OFFICE, "rolf.mustermann"))
                .isInstanceOf(DecisionReleases.Release.Accepted.class);
    }

    @Test
    void aRepeatGivesWhatWasKept() {
        var vorgang = vorgang(null);
        var id = UUID.randomUUID();
        var first = entscheidungen.decide(id, vorgang, new Question(TABLE, FULL));

        var again = entscheidungen.decide(
                id, vorgang, new Question(TABLE, Map.of("fraktion", "Glas", "fuellstandProzent", 1)));

        assertThat(again).isEqualTo(first);
        assertThat(entscheidungen.about(vorgang, Probe.PRUEFER)).hasSize(1);
    }

    @Test
    void keepsNothingWhenTheTableCannotDecide() {
        var vorgang = vorgang(null);

        assertThat(entscheidungen.decide(UUID.randomUUID(), vorgang, new Question(TABLE, Map.of("fraktion", "Glas"))))
                .isInstanceOfSatisfying(
                        Outcome.NotMade.class,
                        not -> assertThat(not.reason().sentence()).contains("fuellstandProzent"));
        assertThat(entscheidungen.about(vorgang, Probe.PRUEFER)).isEmpty();
    }

    @Test
    void aDecisionOfAnAusloeserIsFoundAtItsVorgang() {
        var ausloeser = AusloeserId.random();
        var decided = (Decided) tables.evaluate(TABLE, FULL);

        transactions.executeWithoutResult(status -> entscheidungen.keep(ausloeser, decided));
        transactions.executeWithoutResult(status -> entscheidungen.keep(ausloeser, decided));

        assertThat(entscheidungen.about(vorgang(ausloeser), Probe.PRUEFER))
                .extracting(Entscheidung::begruendung)
                .containsExactly(decided.sentence());
        assertThatThrownBy(() -> entscheidungen.keep(ausloeser, decided))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void tellsWhatAChangedTableWouldHaveDecided() {
        var began = Instant.now();
        var vorgang = vorgang(null);
        for (var percent : List.of(96, 97, 98, 99, 50)) {
            entscheidungen.decide(
                    UUID.randomUUID(),
                    vorgang,
                    new Question(TABLE, Map.of("fraktion", "Papier", "fuellstandProzent", percent)));
        }

        var replayed = replay(onlyWatches(), began, 100);

        assertThat(replayed.geprueft()).isEqualTo(5);
        assertThat(replayed.gleich()).isEqualTo(1);
        assertThat(replayed.vollstaendig()).isTrue();
        assertThat(replayed.aenderungen()).singleElement().satisfies(change -> {
            assertThat(change.bisher()).contains("sofort");
            assertThat(change.neu()).contains("beobachten");
            assertThat(change.anzahl()).isEqualTo(4);
            assertThat(change.beispiele()).hasSize(3).allSatisfy(example -> {
                assertThat(example.eingaben()).contains("Papier");
                assertThat(example.begruendung()).contains("„sofort“");
                assertThat(example.neueBegruendung()).contains("„beobachten“");
            });
        });
        assertThat(replay(onlyWatches(), began, 2).vollstaendig()).isFalse();
        assertThat(replay(tables, began, 100).aenderungen()).isEmpty();
        assertThat(entscheidungen.replay(Probe.PRUEFER, tables, TABLE, began, 100))
                .isInstanceOf(Entscheidungen.Replay.NotAllowed.class);
    }

    private Nachrechnung replay(DecisionTables changed, Instant since, int limit) {
        return replay(changed, TABLE, since, limit);
    }

    private Nachrechnung replay(DecisionTables changed, DecisionId table, Instant since, int limit) {
        var releaser = new Akteur("rolf.mustermann", "Rolf Mustermann", Set.of("prozess-freigabe"));
        var replayed = entscheidungen.replay(releaser, changed, table, since, limit);
        return ((Entscheidungen.Replay.Done) replayed).nachrechnung();
    }

    /** As if the threshold of every level above 70 % had been taken away: above it decides as at 75 %. */
    private DecisionTables onlyWatches() {
        return new DecisionTables() {
            @Override
            public DecisionResult evaluate(DecisionId table, Map<String, ? extends @Nullable Object> inputs) {
                var percent = ((Number) Objects.requireNonNull(inputs.get("fuellstandProzent"))).intValue();
                var fraction = Objects.requireNonNull(inputs.get("fraktion"));
                return tables.evaluate(table, Map.of("fraktion", fraction, "fuellstandProzent", Math.min(percent, 75)));
            }

            @Override
            public DecisionResult evaluate(
                    DecisionId table, int version, Map<String, ? extends @Nullable Object> inputs) {
                return evaluate(table, inputs);
            }

            @Override
            public OptionalInt version(DecisionId table) {
                return tables.version(table);
            }
        };
    }

    private VorgangId vorgang(@Nullable AusloeserId ausloeser) {
        return vorgaenge
                .open(new Vorgaenge.NewVorgang(
                        ThreadLocalRandom.current().nextLong(Long.MIN_VALUE, 0),
                        "probe",
                        "999-1",
                        "Probe",
                        ausloeser,
                        "sensor",
                        Set.copyOf(Probe.PRUEFER.gruppen()),
                        Map.of()))
                .vorgang()
                .id();
    }
}
