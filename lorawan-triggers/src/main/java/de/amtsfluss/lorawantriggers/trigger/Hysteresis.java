package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.trigger.LeerungDecision.Massnahme;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Armed;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Reading;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Triggered;
import de.amtsfluss.processes.AusloeserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides from one reading to the next whether an order has to be asked for or has become needless. */
final class Hysteresis {

    private final Trigger trigger;
    private final Function<AusloeserId, Optional<Instant>> closedAt;
    private final Supplier<AusloeserId> newAusloeser;

    /**
     * Connects the rules with what they need to know.
     *
     * @param closedAt when the Vorgang of an Ausloeser was closed, empty if there is none or it is open
     * @param newAusloeser gives an Ausloeser nobody had
     */
    Hysteresis(Trigger trigger, Function<AusloeserId, Optional<Instant>> closedAt, Supplier<AusloeserId> newAusloeser) {
        this.trigger = trigger;
        this.closedAt = closedAt;
        this.newAusloeser = newAusloeser;
    }

    /** What has to happen after a reading. */
    sealed interface Step {

        /** Where the container stands now. */
        TriggerState next();

        /**
         * Nothing has to happen.
         *
         * @param next where the container stands now
         */
        record Stay(TriggerState next) implements Step {}

        /**
         * An order has to be asked for.
         *
         * @param next where the container stands now
         * @param ausloeser asks for it
         */
        record Order(TriggerState next, AusloeserId ausloeser) implements Step {}

        /**
         * The container was emptied, the order has become needless.
         *
         * @param next where the container stands now
         * @param ausloeser asked for the order
         * @param tellProcess whether the Vorgang may still be open
         */
        record Emptied(TriggerState next, AusloeserId ausloeser, boolean tellProcess) implements Step {}
    }

    /** Whether a reading may change anything: it is neither older than the one before nor too old at all. */
    boolean counts(TriggerState state, Reading reading, Instant now) {
        var last = state.last();
        return !reading.at().isBefore(now.minus(trigger.maxAge()))
                && (last == null || !reading.at().isBefore(last.at()));
    }

    /** Takes the next reading that counts. */
    Step next(TriggerState state, Reading reading, Massnahme massnahme) {
        return switch (state.phase()) {
            case Armed armed -> armed(armed.held(), reading, massnahme);
            case Triggered triggered -> triggered(triggered, state.last(), reading, massnahme);
        };
    }

    private Step armed(int heldBefore, Reading reading, Massnahme massnahme) {
        var held = massnahme.isFull() ? heldBefore + 1 : 0;
        if (massnahme == Massnahme.SOFORT || held >= trigger.holdReadings()) {
            return order(reading);
        }
        return new Step.Stay(new TriggerState(new Armed(held), reading));
    }

    private Step triggered(Triggered triggered, @Nullable Reading last, Reading reading, Massnahme massnahme) {
        var closed = closedAt.apply(triggered.ausloeser());
        if (isEmptying(last, reading)) {
            return new Step.Emptied(new TriggerState(new Armed(0), reading), triggered.ausloeser(), closed.isEmpty());
        }
        var believable = closed.map(at -> reading.at().isAfter(at.plus(trigger.lockout())));
        if (massnahme.isFull() && believable.orElse(false)) {
            return order(reading);
        }
        return new Step.Stay(new TriggerState(triggered, reading));
    }

    private boolean isEmptying(@Nullable Reading last, Reading reading) {
        return reading.prozent() < trigger.rearmBelowProzent()
                || (last != null && last.prozent() - reading.prozent() >= trigger.dropPoints());
    }

    private Step order(Reading reading) {
        var ausloeser = newAusloeser.get();
        return new Step.Order(new TriggerState(new Triggered(ausloeser, reading.at()), reading), ausloeser);
    }
}
