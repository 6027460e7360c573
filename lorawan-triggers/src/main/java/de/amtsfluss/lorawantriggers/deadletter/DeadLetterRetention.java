package de.amtsfluss.lorawantriggers.deadletter;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes letters that somebody has taken care of long ago; an open one is never deleted. */
@Component
@ConditionalOnRole(Role.TRIGGERS)
class DeadLetterRetention {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRetention.class);

    private final DeadLetterRepository letters;
    private final DeadLetterProperties settings;
    private final Clock clock;

    DeadLetterRetention(DeadLetterRepository letters, DeadLetterProperties settings, Clock clock) {
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    /** At night, when few people work. */
    @Scheduled(cron = "0 50 2 * * *", zone = "Europe/Berlin")
    void tidy() {
        var deleted = letters.delete(clock.instant().minus(settings.keep()));
        LOG.info("Deleted {} dead letters that were taken care of more than {} ago", deleted, settings.keep());
    }
}
