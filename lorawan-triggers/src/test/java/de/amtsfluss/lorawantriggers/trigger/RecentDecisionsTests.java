package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.SentenceTemplate;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentDecisionsTests {

    private static final DecisionId TABLE = new DecisionId("containerLeerung");
    private static final Map<String, Object> HALF_FULL =
            Map.of("fraktion", "Restmuell", "fuellstandProzent", new BigDecimal("50.5"));

    private final Tables tables = new Tables();
    private final RecentDecisions recent = new RecentDecisions(tables);

    @Test
    void whatWasAskedAMomentAgoIsNotDecidedAgain() {
        var first = recent.evaluate(TABLE, HALF_FULL);

        assertThat(recent.evaluate(TABLE, new HashMap<>(HALF_FULL))).isSameAs(first);
        assertThat(tables.evaluations).isEqualTo(1);
    }

    @Test
    void otherInputsAreDecided() {
        recent.evaluate(TABLE, HALF_FULL);
        recent.evaluate(TABLE, Map.of("fraktion", "Papier", "fuellstandProzent", new BigDecimal("50.5")));

        assertThat(tables.evaluations).isEqualTo(2);
    }

    @Test
    void aCallerMayUseItsInputsForSomethingElse() {
        var inputs = new HashMap<>(HALF_FULL);
        recent.evaluate(TABLE, inputs);
        inputs.put("fuellstandProzent", BigDecimal.TEN);

        recent.evaluate(TABLE, HALF_FULL);
        recent.evaluate(TABLE, inputs);

        assertThat(tables.evaluations).isEqualTo(2);
    }

    @Test
    void aReleasedVersionDecidesAtOnce() {
        recent.evaluate(TABLE, HALF_FULL);
        tables.current = 2;

        assertThat(recent.evaluate(TABLE, HALF_FULL))
                .isInstanceOfSatisfying(
                        Decided.class, decided -> assertThat(decided.version()).isEqualTo(2));
    }

    @Test
    void whatIsReleasedWhileItDecidesIsNotKeptForTheVersionBefore() {
        tables.releasedMeanwhile = 2;
        recent.evaluate(TABLE, HALF_FULL);
        tables.current = 1;

        assertThat(recent.evaluate(TABLE, HALF_FULL))
                .isInstanceOfSatisfying(
                        Decided.class, decided -> assertThat(decided.version()).isEqualTo(1));
    }

    @Test
    void whatCouldNotBeDecidedIsAskedAgain() {
        tables.undecided = true;
        recent.evaluate(TABLE, HALF_FULL);
        tables.undecided = false;

        assertThat(recent.evaluate(TABLE, HALF_FULL)).isInstanceOf(Decided.class);
    }

    /** Counts what it is asked. */
    private static final class Tables implements DecisionTables {

        private int current = 1;
        private int releasedMeanwhile;
        private boolean undecided;
        private int evaluations;

        @Override
        public DecisionResult evaluate(DecisionId decision, Map<String, ? extends @Nullable Object> inputs) {
            evaluations++;
            if (releasedMeanwhile > 0) {
                current = releasedMeanwhile;
                releasedMeanwhile = 0;
            }
            return undecided
                    ? new NotDecided(decision, false, "Expected a rule that matches, but there is none.")
                    : new Decided(
                            decision,
                            current,
                            List.of(Map.of("massnahme", "keine")),
                            List.of(),
                            Map.of(),
                            new SentenceTemplate("keine"),
                            List.of());
        }

        @Override
        public DecisionResult evaluate(
                DecisionId decision, int version, Map<String, ? extends @Nullable Object> inputs) {
            return evaluate(decision, inputs);
        }

        @Override
        public OptionalInt version(DecisionId decision) {
            return OptionalInt.of(current);
        }
    }
}
