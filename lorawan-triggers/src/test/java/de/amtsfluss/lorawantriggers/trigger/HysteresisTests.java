package de.amtsfluss.lorawantriggers.trigger;

import static de.amtsfluss.lorawantriggers.trigger.LeerungDecision.Massnahme.AUFTRAG;
import static de.amtsfluss.lorawantriggers.trigger.LeerungDecision.Massnahme.BEOBACHTEN;
import static de.amtsfluss.lorawantriggers.trigger.LeerungDecision.Massnahme.KEINE;
import static de.amtsfluss.lorawantriggers.trigger.LeerungDecision.Massnahme.SOFORT;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.lorawantriggers.trigger.Hysteresis.Step;
import de.amtsfluss.lorawantriggers.trigger.LeerungDecision.Massnahme;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Armed;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Reading;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Triggered;
import de.amtsfluss.processes.AusloeserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HysteresisTests {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final Map<AusloeserId, Instant> closed = new HashMap<>();
    private final Hysteresis hysteresis = new Hysteresis(
            new Trigger(
                    "container-leeren",
                    new DecisionId("containerLeerung"),
                    "start",
                    "emptied",
                    2,
                    40,
                    30,
                    Duration.ofHours(2),
                    Duration.ofHours(24)),
            ausloeser -> Optional.ofNullable(closed.get(ausloeser)),
            AusloeserId::random);

    private TriggerState state = TriggerState.initial();
    private Instant now = START;

    @Test
    void asksForAnOrderAfterTwoFullReadings() {
        assertThat(read(85, AUFTRAG)).isInstanceOf(Step.Stay.class);
        assertThat(read(86, AUFTRAG)).isInstanceOf(Step.Order.class);
    }

    @Test
    void countsOnlyReadingsInARow() {
        read(85, AUFTRAG);
        read(75, BEOBACHTEN);

        assertThat(read(85, AUFTRAG)).isInstanceOf(Step.Stay.class);
        assertThat(read(85, AUFTRAG)).isInstanceOf(Step.Order.class);
    }

    @Test
    void asksAtOnceWhenItOverflows() {
        assertThat(read(97, SOFORT)).isInstanceOf(Step.Order.class);
    }

    @Test
    void asksOnlyOncePerFilling() {
        read(97, SOFORT);

        assertThat(read(98, SOFORT)).isInstanceOf(Step.Stay.class);
        assertThat(read(85, AUFTRAG)).isInstanceOf(Step.Stay.class);
        assertThat(read(75, BEOBACHTEN)).isInstanceOf(Step.Stay.class);
        assertThat(read(97, SOFORT)).isInstanceOf(Step.Stay.class);
        assertThat(state.phase()).isInstanceOf(Triggered.class);
    }

    @Test
    void noticesAnEmptyingBelowTheLevel() {
        read(97, SOFORT);
        read(69, KEINE);
        read(55, KEINE);
        var step = read(39.9, KEINE);

        assertThat(step)
                .isInstanceOfSatisfying(
                        Step.Emptied.class,
                        emptied -> assertThat(emptied.tellProcess()).isTrue());
        assertThat(state.phase()).isEqualTo(new Armed(0));
    }

    @Test
    void noticesAnEmptyingByTheDrop() {
        read(97, SOFORT);

        assertThat(read(67.1, KEINE)).isInstanceOf(Step.Stay.class);
        assertThat(read(40, KEINE)).isInstanceOf(Step.Stay.class);
        read(97, SOFORT);
        assertThat(read(67, KEINE)).isInstanceOf(Step.Emptied.class);
    }

    @Test
    void asksAgainAfterTheNextFilling() {
        var first = ausloeser(read(97, SOFORT));
        read(5, KEINE);
        var second = ausloeser(read(97, SOFORT));

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void doesNotTellAProcessThatIsClosed() {
        closed.put(ausloeser(read(97, SOFORT)), now);

        assertThat(read(5, KEINE))
                .isInstanceOfSatisfying(
                        Step.Emptied.class,
                        emptied -> assertThat(emptied.tellProcess()).isFalse());
    }

    @Test
    void waitsAfterAClosedOrderBeforeItBelievesThatTheContainerIsFull() {
        var first = ausloeser(read(97, SOFORT));
        closed.put(first, now);
        now = now.plus(Duration.ofMinutes(110));
        assertThat(read(97, SOFORT)).isInstanceOf(Step.Stay.class);

        now = now.plus(Duration.ofMinutes(1));
        assertThat(ausloeser(read(85, AUFTRAG))).isNotEqualTo(first);
    }

    @Test
    void startsNothingWhileTheOrderIsOpenHoweverLongItTakes() {
        read(97, SOFORT);
        now = now.plus(Duration.ofDays(5));

        assertThat(read(99, SOFORT)).isInstanceOf(Step.Stay.class);
    }

    @Test
    void doesNotCountLateReadings() {
        read(85, AUFTRAG);
        var last = now;

        assertThat(hysteresis.counts(state, new Reading(85, last.minusMillis(1)), now))
                .isFalse();
        assertThat(hysteresis.counts(state, new Reading(85, last), now)).isTrue();
        assertThat(hysteresis.counts(state, new Reading(85, last), last.plus(Duration.ofHours(25))))
                .isFalse();
    }

    private Step read(double prozent, Massnahme massnahme) {
        now = now.plus(Duration.ofMinutes(10));
        var step = hysteresis.next(state, new Reading(prozent, now), massnahme);
        state = step.next();
        return step;
    }

    private static AusloeserId ausloeser(Step step) {
        return ((Step.Order) step).ausloeser();
    }
}
