package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets which uplinks were processed once they are so old that a repeat could change nothing. */
@Component
@ConditionalOnRole(Role.TRIGGERS)
@EnableScheduling
class Forgetting {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final SeenUplinks seen;
    private final ConsumerProperties settings;
    private final Clock clock;

    Forgetting(SeenUplinks seen, ConsumerProperties settings, Clock clock) {
        this.seen = seen;
        this.settings = settings;
        this.clock = clock;
    }

    /** Forgets in small steps, so that nothing has to wait for long. */
    @Scheduled(fixedDelayString = "PT10M")
    void forget() {
        try {
            var forgotten = 0;
            for (var step = 1; step > 0; forgotten += step) {
                step = seen.forget(clock.instant().minus(settings.remember()));
            }
            LOG.debug("Forgot {} uplinks", forgotten);
        } catch (DataAccessException e) {
            LOG.warn("Expected to forget old uplinks, but failed; trying again later", e);
        }
    }
}
