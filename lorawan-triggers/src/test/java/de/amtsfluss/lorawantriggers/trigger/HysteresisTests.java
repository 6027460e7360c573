package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.lorawantriggers.trigger.Hysteresis.Said;
import de.amtsfluss.lorawantriggers.trigger.Hysteresis.Step;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Reading;
import de.amtsfluss.processes.AusloeserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HysteresisTests {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private static final String KEINE = "keine";
    private static final String BEOBACHTEN = "beobachten";
    private static final String AUFTRAG = "auftrag";
    private static final String SOFORT = "sofort";

    private final Map<AusloeserId, Instant> closed = new HashMap<>();
    private final Trigger trigger = TriggerFiles.container("");
    private final Hysteresis hysteresis =
            new Hysteresis(ausloeser -> Optional.ofNullable(closed.get(ausloeser)), AusloeserId::random);

    private TriggerState state = TriggerState.INITIAL;
    private Instant now = START;

    @Test
    void asksForAnOrderAfterTwoFullReadings() {
        assertThat(read(85, AUFTRAG)).isInstanceOf(Step.Stay.class);
        assertThat(read(86, AUFTRAG)).isInstanceOf(Step.Ask.class);
    }

    @Test
    void countsOnlyReadingsInARow() {
        read(85, AUFTRAG);
        read(75, BEOBACHTEN);

        assertThat(read(85, AUFTRAG)).isInstanceOf(Step.Stay.class);
        assertThat(read(85, AUFTRAG)).isInstanceOf(Step.Ask.class);
    }

    @Test
    void asksAtOnceWhenItOverflows() {
        assertThat(read(97, SOFORT)).isInstanceOf(Step.Ask.class);
    }

    @Test
    void asksOnlyOncePerFilling() {
        read(97, SOFORT);

        assertThat(read(98, SOFORT)).isInstanceOf(Step.Stay.class);
        assertThat(read(85, AUFTRAG)).isInstanceOf(Step.Stay.class);
        assertThat(read(75, BEOBACHTEN)).isInstanceOf(Step.Stay.class);
        assertThat(read(97, SOFORT)).isInstanceOf(Step.Stay.class);
        assertThat(state.order()).isNotNull();
    }

    @Test
    void noticesAnEmptyingBelowTheLevel() {
        read(97, SOFORT);
        read(69, KEINE);
        read(55, KEINE);
        var step = read(39.9, KEINE);

        assertThat(step)
                .isInstanceOfSatisfying(
                        Step.End.class, ended -> assertThat(ended.tellProcess()).isTrue());
        assertThat(state.order()).isNull();
        assertThat(state.held()).isZero();
    }

    @Test
    void noticesAnEmptyingByTheDrop() {
        read(97, SOFORT);

        assertThat(read(67.1, KEINE)).isInstanceOf(Step.Stay.class);
        assertThat(read(40, KEINE)).isInstanceOf(Step.Stay.class);
        read(97, SOFORT);
        assertThat(read(67, KEINE)).isInstanceOf(Step.End.class);
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
                        Step.End.class, ended -> assertThat(ended.tellProcess()).isFalse());
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

        assertThat(Hysteresis.counts(trigger, state, last.minusMillis(1), now)).isFalse();
        assertThat(Hysteresis.counts(trigger, state, last, now)).isTrue();
        assertThat(Hysteresis.counts(trigger, state, last, last.plus(Duration.ofHours(25))))
                .isFalse();
    }

    @Test
    void asksOnlyWithinTheScheduleAndThenAtOnce() {
        var daily = TriggerFiles.container(
                "schedule: {days: [MO, TU, WE, TH, FR, SA, SU], from: \"06:00\", to: \"22:00\"}");
        var night = Instant.parse("2026-03-01T22:30:00Z");

        var first = hysteresis.next(daily, state, new Reading(85, night), new Said(AUFTRAG, null));
        var second =
                hysteresis.next(daily, first.next(), new Reading(85, night.plusSeconds(60)), new Said(AUFTRAG, null));
        var morning = hysteresis.next(
                daily, second.next(), new Reading(85, night.plusSeconds(8 * 3600)), new Said(AUFTRAG, null));

        assertThat(first).isInstanceOf(Step.Stay.class);
        assertThat(second).isInstanceOf(Step.Stay.class);
        assertThat(morning).isInstanceOf(Step.Ask.class);
    }

    @Test
    void tellsAProcessThatTheTableDecidesOtherwiseNowOnce() {
        var staged = TriggerFiles.read("pegel-melden", """
                verfahren: pegel-melden
                art: pegel
                measurements: [waterLevel]
                decision: pegelStufe
                inputs: {pegel: messung.waterLevel}
                orders: {atOnce: [melden]}
                correlation: pegelId
                messages:
                  start: {name: start, facts: {}}
                  changed: {name: changed, by: stufe, facts: {stufe: entscheidung.stufe}}
                  ended: {name: ended, facts: {}}
                hysteresis: {holdReadings: 1, rearm: {words: [keine]}}
                quiet: PT1H
                maxAge: PT6H
                """);
        var asked = hysteresis.next(staged, state, new Reading(210, START), new Said("melden", "1"));
        var same =
                hysteresis.next(staged, asked.next(), new Reading(220, START.plusSeconds(60)), new Said("melden", "1"));
        var higher =
                hysteresis.next(staged, same.next(), new Reading(320, START.plusSeconds(120)), new Said("melden", "2"));
        var still = hysteresis.next(
                staged, higher.next(), new Reading(330, START.plusSeconds(180)), new Said("melden", "2"));
        var gone = hysteresis.next(staged, still.next(), new Reading(90, START.plusSeconds(240)), new Said(KEINE, "0"));

        assertThat(same).isInstanceOf(Step.Stay.class);
        assertThat(higher)
                .isInstanceOfSatisfying(
                        Step.Change.class,
                        change -> assertThat(change.ausloeser()).isEqualTo(ausloeser(asked)));
        assertThat(still).isInstanceOf(Step.Stay.class);
        assertThat(gone).isInstanceOf(Step.End.class);
    }

    private Step read(double prozent, String massnahme) {
        now = now.plus(Duration.ofMinutes(10));
        var step = hysteresis.next(trigger, state, new Reading(prozent, now), new Said(massnahme, null));
        state = step.next();
        return step;
    }

    private static AusloeserId ausloeser(Step step) {
        return ((Step.Ask) step).ausloeser();
    }
}
