package de.amtsfluss.lorawantriggers.event;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes events that nobody needs any longer; of several copies a later one finds nothing more to do. */
@Component
@ConditionalOnRole(Role.TRIGGERS)
class EventRetention {

    private static final Logger LOG = LoggerFactory.getLogger(EventRetention.class);

    private final DeviceEventRepository events;
    private final EventProperties settings;
    private final Clock clock;

    EventRetention(DeviceEventRepository events, EventProperties settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** At night, when few people work. */
    @Scheduled(cron = "0 40 2 * * *", zone = "Europe/Berlin")
    void tidy() {
        var deleted = events.delete(clock.instant().minus(settings.keep()), settings.keepPerDevice());
        LOG.info(
                "Deleted {} events of devices, older than {} or beyond {} of a device",
                deleted,
                settings.keep(),
                settings.keepPerDevice());
    }
}
