package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.trigger.TriggerState.Order;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Reading;
import de.amtsfluss.processes.AusloeserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides from one reading to the next whether an order has to be asked for, has changed, or has become needless. */
final class Hysteresis {

    private final Function<AusloeserId, Optional<Instant>> closedAt;
    private final Supplier<AusloeserId> newAusloeser;

    /**
     * Connects the rules with what they need to know.
     *
     * @param closedAt when the Vorgang of an Ausloeser was closed, empty if there is none or it is open
     * @param newAusloeser gives an Ausloeser nobody had
     */
    Hysteresis(Function<AusloeserId, Optional<Instant>> closedAt, Supplier<AusloeserId> newAusloeser) {
        this.closedAt = closedAt;
        this.newAusloeser = newAusloeser;
    }

    /** What has to happen after a reading. */
    sealed interface Step {

        /** Where the asset stands now. */
        TriggerState next();

        /**
         * Nothing has to happen.
         *
         * @param next where the asset stands now
         */
        record Stay(TriggerState next) implements Step {}

        /**
         * An order has to be asked for.
         *
         * @param next where the asset stands now
         * @param ausloeser asks for it
         */
        record Ask(TriggerState next, AusloeserId ausloeser) implements Step {}

        /**
         * The process has to be told that the table decides otherwise now.
         *
         * @param next where the asset stands now
         * @param ausloeser asked for the order
         */
        record Change(TriggerState next, AusloeserId ausloeser) implements Step {}

        /**
         * The cause is gone, the order has become needless.
         *
         * @param next where the asset stands now
         * @param ausloeser asked for the order
         * @param tellProcess whether the Vorgang may still be open
         */
        record End(TriggerState next, AusloeserId ausloeser, boolean tellProcess) implements Step {}
    }

    /**
     * What the table said about a reading.
     *
     * @param word the measure
     * @param told the output whose changes the process wants to know, absent if it wants none
     */
    record Said(String word, @Nullable String told) {}

    /** Whether a reading may change anything: it is neither older than the one before nor too old at all. */
    static boolean counts(Trigger trigger, TriggerState state, Instant at, Instant now) {
        var last = state.last();
        return !at.isBefore(now.minus(trigger.maxAge())) && (last == null || !at.isBefore(last.at()));
    }

    /** Takes the next reading that counts. */
    Step next(Trigger trigger, TriggerState state, Reading reading, Said said) {
        var order = state.order();
        return order == null ? armed(trigger, state, reading, said) : ordered(trigger, state, order, reading, said);
    }

    private Step armed(Trigger trigger, TriggerState state, Reading reading, Said said) {
        var rules = trigger.hysteresis();
        var held = trigger.orders().asked(said.word()) ? Math.min(state.held() + 1, rules.holdReadings()) : 0;
        var asks = trigger.orders().atOnce().contains(said.word()) || held >= rules.holdReadings();
        return asks && isInSchedule(trigger, reading.at())
                ? ask(state, reading, said)
                : new Step.Stay(state.armed(held, reading));
    }

    private static boolean isInSchedule(Trigger trigger, Instant at) {
        var schedule = trigger.schedule();
        return schedule == null || schedule.contains(at);
    }

    private Step ordered(Trigger trigger, TriggerState state, Order order, Reading reading, Said said) {
        if (isGone(trigger.hysteresis(), state.last(), reading, said.word())) {
            var closed = closedAt.apply(order.id());
            return new Step.End(state.armed(0, reading), order.id(), closed.isEmpty());
        }
        var asked = trigger.orders().asked(said.word());
        var changed = trigger.changed() != null && !Objects.equals(order.told(), said.told());
        if (asked || changed) {
            var closed = closedAt.apply(order.id());
            if (closed.isPresent()) {
                var believable = asked && reading.at().isAfter(closed.get().plus(trigger.quiet()));
                return believable && isInSchedule(trigger, reading.at())
                        ? ask(state, reading, said)
                        : new Step.Stay(state.ordered(order, reading));
            }
            if (changed) {
                var told = new Order(order.ausloeser(), order.at(), said.told());
                return new Step.Change(state.ordered(told, reading), order.id());
            }
        }
        return new Step.Stay(state.ordered(order, reading));
    }

    private static boolean isGone(Trigger.Rules rules, @Nullable Reading last, Reading reading, String word) {
        var below = rules.below();
        var above = rules.above();
        var drop = rules.drop();
        return rules.words().contains(word)
                || (below != null && reading.value() < below)
                || (above != null && reading.value() > above)
                || (drop != null && last != null && last.value() - reading.value() >= drop);
    }

    private Step ask(TriggerState state, Reading reading, Said said) {
        var ausloeser = newAusloeser.get();
        return new Step.Ask(state.ordered(new Order(ausloeser.value(), reading.at(), said.told()), reading), ausloeser);
    }
}
