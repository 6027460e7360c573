package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.trigger.Subjects.Watched;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Evaluates the triggers that no reading evaluates: for how long a space is occupied, a sensor silent, a district badly
 * heard. One copy does it at a time.
 */
@Component
@ConditionalOnRole(Role.TRIGGERS)
@EnableScheduling
class ClockTriggers {

    private static final Logger LOG = LoggerFactory.getLogger(ClockTriggers.class);
    private static final int CHUNK = 500;

    private final Triggers triggers;
    private final Evaluation evaluation;
    private final ReadingTriggers readings;
    private final Subjects subjects;
    private final Twins twins;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClockTriggers(
            Triggers triggers,
            Evaluation evaluation,
            ReadingTriggers readings,
            Subjects subjects,
            Twins twins,
            TransactionTemplate transaction,
            Clock clock) {
        this.triggers = triggers;
        this.evaluation = evaluation;
        this.readings = readings;
        this.subjects = subjects;
        this.twins = twins;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Evaluates what is due; what fails is due again the next time. */
    @Scheduled(fixedDelayString = "${amtsfluss.lorawan-triggers.clock.poll:PT20S}")
    void evaluateWhatIsDue() {
        for (var trigger : triggers.byClock()) {
            try {
                evaluate(trigger);
            } catch (RuntimeException failure) {
                LOG.warn("Expected to evaluate {} by the clock, but failed; trying on", trigger.verfahren(), failure);
            }
        }
    }

    private void evaluate(Trigger trigger) {
        var now = clock.instant();
        var every = Objects.requireNonNull(trigger.every());
        if (!Boolean.TRUE.equals(
                transaction.execute(status -> subjects.begin(trigger.verfahren(), now.minus(every), now)))) {
            return;
        }
        var watched = subjects.of(trigger, now);
        for (var from = 0; from < watched.size(); from += CHUNK) {
            var chunk = watched.subList(from, Math.min(watched.size(), from + CHUNK));
            transaction.executeWithoutResult(status -> evaluate(trigger, chunk, now));
        }
    }

    private void evaluate(Trigger trigger, List<Watched> chunk, Instant now) {
        var known = twins.lock(chunk.stream().map(Watched::subject).toList());
        var surroundings = readings.surroundings(known.twins());
        var changed = new ArrayList<Twin>();
        for (var watched : chunk) {
            var after = evaluate(trigger, watched, known.twin(watched.subject()), surroundings);
            changed.add(after.occupancy().isOver(now) ? after.with(Twin.Occupancy.UNKNOWN) : after);
        }
        twins.save(known, changed);
    }

    /** A table that gives no answer about one subject keeps the others not from being evaluated. */
    private Twin evaluate(Trigger trigger, Watched watched, Twin before, Evaluation.Surroundings surroundings) {
        var now = surroundings.now();
        var values = before.plain();
        values.put(trigger.measurements().getFirst(), value(trigger, watched, before, now));
        var link = before.link();
        var sensor = link == null ? watched.sensor() : link.devEui().value();
        try {
            return evaluation.evaluate(
                    trigger, before, new Context(watched.asset(), values, now, sensor, null), surroundings);
        } catch (Evaluation.NotDecidedException e) {
            LOG.error("{} of {}: {}", trigger.verfahren(), watched.subject(), e.getMessage());
            return before;
        }
    }

    /** The value at this moment: what was found before the lock may have changed until now. */
    private static double value(Trigger trigger, Watched watched, Twin twin, Instant now) {
        var value = switch (trigger.measurements().getFirst()) {
            case OCCUPIED_FOR -> twin.occupancy().minutes(now);
            case SILENT_FOR -> {
                var link = twin.link();
                var last = link == null || link.receivedAt().isBefore(watched.since())
                        ? watched.since()
                        : link.receivedAt();
                yield Math.max(0, java.time.Duration.between(last, now).toMinutes() / 60.0);
            }
            default -> watched.value();
        };
        return Math.round(value * 10) / 10.0;
    }
}
