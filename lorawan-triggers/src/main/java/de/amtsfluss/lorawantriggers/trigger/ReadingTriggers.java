package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.trigger.Evaluation.Surroundings;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Order;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Vorgaenge;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Evaluates the triggers that readings concern. */
@Component
class ReadingTriggers {

    private final Triggers triggers;
    private final Evaluation evaluation;
    private final EngineRequests requests;
    private final Vorgaenge vorgaenge;
    private final Clock clock;

    ReadingTriggers(
            Triggers triggers, Evaluation evaluation, EngineRequests requests, Vorgaenge vorgaenge, Clock clock) {
        this.triggers = triggers;
        this.evaluation = evaluation;
        this.requests = requests;
        this.vorgaenge = vorgaenge;
        this.clock = clock;
    }

    /** Begins a batch, in its transaction: asks once which of the open orders of these twins are closed. */
    Readings begin(Collection<Twin> twins) {
        return new Readings(triggers, evaluation, surroundings(twins));
    }

    /** What an evaluation of these twins may touch, in the caller's transaction. */
    Surroundings surroundings(Collection<Twin> twins) {
        return new Surroundings(requests, closed(twins), clock.instant());
    }

    private Function<AusloeserId, Optional<Instant>> closed(Collection<Twin> twins) {
        var asked = twins.stream()
                .flatMap(twin -> twin.states().values().stream())
                .map(TriggerState::order)
                .filter(Objects::nonNull)
                .map(Order::id)
                .collect(Collectors.toSet());
        Map<AusloeserId, Instant> closed = asked.isEmpty() ? Map.of() : vorgaenge.abgeschlossen(asked);
        return ausloeser -> Optional.ofNullable(closed.get(ausloeser));
    }
}
