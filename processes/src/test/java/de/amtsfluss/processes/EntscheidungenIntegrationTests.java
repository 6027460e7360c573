package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Entscheidungen.Outcome;
import java.math.BigDecimal;
import java.util.Map;
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
    Vorgaenge vorgaenge;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void keepsADecisionWithItsReasonForThoseWhoMaySeeTheVorgang() {
        var vorgang = vorgang(null);

        var made = entscheidungen.decide(UUID.randomUUID(), vorgang, TABLE, FULL);

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
    void aRepeatGivesWhatWasKept() {
        var vorgang = vorgang(null);
        var id = UUID.randomUUID();
        var first = entscheidungen.decide(id, vorgang, TABLE, FULL);

        var again = entscheidungen.decide(id, vorgang, TABLE, Map.of("fraktion", "Glas", "fuellstandProzent", 1));

        assertThat(again).isEqualTo(first);
        assertThat(entscheidungen.about(vorgang, Probe.PRUEFER)).hasSize(1);
    }

    @Test
    void keepsNothingWhenTheTableCannotDecide() {
        var vorgang = vorgang(null);

        assertThat(entscheidungen.decide(UUID.randomUUID(), vorgang, TABLE, Map.of("fraktion", "Glas")))
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
