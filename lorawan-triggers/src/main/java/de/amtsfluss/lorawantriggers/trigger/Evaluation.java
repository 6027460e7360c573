package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.lorawantriggers.trigger.Hysteresis.Said;
import de.amtsfluss.lorawantriggers.trigger.Hysteresis.Step;
import de.amtsfluss.lorawantriggers.trigger.Requests.Reason;
import de.amtsfluss.lorawantriggers.trigger.Trigger.Message;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Reading;
import de.amtsfluss.processes.AusloeserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes a reading of a subject through one trigger: smoothing, decision table, hysteresis, request. */
final class Evaluation {

    private final DecisionTables tables;
    private final MeterRegistry meters;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    Evaluation(DecisionTables tables, MeterRegistry meters) {
        this.tables = tables;
        this.meters = meters;
    }

    /**
     * What an evaluation may touch.
     *
     * @param requests whom orders are asked of
     * @param closedAt when the Vorgang of an Ausloeser was closed, empty if there is none or it is open
     * @param now the time
     */
    record Surroundings(Requests requests, Function<AusloeserId, Optional<Instant>> closedAt, Instant now) {}

    /**
     * Evaluates one trigger.
     *
     * @param context the subject and its values, without a decision
     * @return the twin, standing where it stands after that
     * @throws NotDecidedException if the table gives no answer
     */
    Twin evaluate(Trigger trigger, Twin twin, Context context, Surroundings surroundings) {
        var value = trigger.measurements().stream()
                .map(context.values()::get)
                .filter(known -> known != null)
                .findFirst();
        var state = twin.state(trigger.verfahren());
        if (value.isEmpty() || !Hysteresis.counts(trigger, state, context.at(), surroundings.now())) {
            return twin;
        }
        var smoothed = trigger.smoothing().next(state.remembered(), value.get());
        state = state.remembering(smoothed.memory());
        var compared = smoothed.value();
        if (compared == null) {
            return twin.with(trigger.verfahren(), state);
        }
        var smooth = withValue(trigger, context, value.get(), compared);
        var decided = decide(trigger, smooth);
        var step = new Hysteresis(surroundings.closedAt(), AusloeserId::random)
                .next(trigger, state, new Reading(compared, context.at()), said(trigger, decided));
        act(trigger, step, smooth.with(decided), decided, surroundings.requests());
        return twin.with(trigger.verfahren(), step.next());
    }

    private static Context withValue(Trigger trigger, Context context, double raw, double compared) {
        if (raw == compared) {
            return context;
        }
        var values = new HashMap<>(context.values());
        trigger.measurements().stream()
                .filter(values::containsKey)
                .findFirst()
                .ifPresent(quantity -> values.put(quantity, compared));
        return new Context(context.subject(), values, context.at(), context.sensor(), null);
    }

    private Decided decide(Trigger trigger, Context context) {
        var inputs = new HashMap<String, @Nullable Object>();
        trigger.inputs().forEach((name, origin) -> inputs.put(name, number(origin.value(context))));
        return switch (tables.evaluate(trigger.decision(), inputs)) {
            case Decided decided -> {
                count(trigger, decided.text("massnahme"));
                yield decided;
            }
            case NotDecided not -> {
                count(trigger, "unentschieden");
                throw new NotDecidedException(
                        "Expected table '%s' to decide, but: %s".formatted(not.decision(), not.sentence()));
            }
        };
    }

    private static @Nullable Object number(@Nullable Object value) {
        return value instanceof Double number ? BigDecimal.valueOf(number) : value;
    }

    private static Said said(Trigger trigger, Decided decided) {
        var changed = trigger.changed();
        return new Said(
                decided.text("massnahme"),
                changed == null
                        ? null
                        : String.valueOf(decided.outputs().getFirst().get(changed.by())));
    }

    private static void act(Trigger trigger, Step step, Context context, Decided decided, Requests requests) {
        var subject = context.subject().id();
        switch (step) {
            case Step.Stay stay -> {}
            case Step.Ask ask -> {
                var facts = facts(trigger.start(), context);
                facts.put(trigger.correlation(), subject);
                facts.put("kanal", "sensor");
                requests.order(trigger, subject, ask.ausloeser(), decided, new Reason(context.at(), facts));
            }
            case Step.Change change -> {
                var changed = Objects.requireNonNull(trigger.changed());
                requests.change(trigger, subject, change.ausloeser(), reason(changed.message(), context));
            }
            case Step.End end -> {
                var ended = trigger.ended();
                var reason = ended == null ? new Reason(context.at(), Map.of()) : reason(ended, context);
                requests.end(trigger, subject, end.ausloeser(), end.tellProcess(), reason);
            }
        }
    }

    private static Reason reason(Message message, Context context) {
        return new Reason(context.at(), facts(message, context));
    }

    /** What is not known is left out; the engine reads it as null. */
    private static Map<String, Object> facts(Message message, Context context) {
        var facts = new HashMap<String, Object>();
        message.facts().forEach((name, origin) -> {
            var value = origin.value(context);
            if (value != null) {
                facts.put(name, value);
            }
        });
        return facts;
    }

    /** Reasons are kept for what leads to an order only; of the rest the office sees how often it was decided. */
    private void count(Trigger trigger, String outcome) {
        counters.computeIfAbsent(
                        trigger.decision() + ":" + outcome,
                        key -> meters.counter(
                                "amtsfluss.lorawan-triggers.decisions",
                                "decision",
                                trigger.decision().value(),
                                "outcome",
                                outcome))
                .increment();
    }

    /** A decision table gave no answer. */
    static final class NotDecidedException extends RuntimeException {

        NotDecidedException(String message) {
            super(message);
        }
    }
}
