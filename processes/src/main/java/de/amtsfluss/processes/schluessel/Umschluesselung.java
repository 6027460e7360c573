package de.amtsfluss.processes.schluessel;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Wraps all keys with the first of the configured master keys when the application has started, so that an older one
 * can be taken out of the configuration.
 */
@Component
@ConditionalOnRole(Role.WORKERS)
class Umschluesselung {

    private static final Logger log = LoggerFactory.getLogger(Umschluesselung.class);
    private static final int BATCH = 500;

    private final Schluesselspeicher keys;

    Umschluesselung(Schluesselspeicher keys) {
        this.keys = keys;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("umschluesselung").start(this::run);
    }

    void run() {
        try {
            var all = 0;
            for (var done = keys.rewrap(BATCH); done > 0; done = keys.rewrap(BATCH)) {
                all += done;
            }
            if (all > 0) {
                log.info("Wrapped {} keys anew; the older master keys are needed for backups only", all);
            }
        } catch (RuntimeException e) {
            log.warn("Expected to wrap all keys anew, but some are left for the next start", e);
        }
    }
}
