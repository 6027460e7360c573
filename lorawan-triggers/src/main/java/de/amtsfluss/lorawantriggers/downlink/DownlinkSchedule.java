package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Role;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every two seconds for downlinks to hand over and for those whose Frist is over. */
@Component
@ConditionalOnRole(Role.TRIGGERS)
class DownlinkSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(DownlinkSchedule.class);
    private static final Handelnder CLOCK = Handelnder.system("downlink");

    private final DownlinkSender sender;
    private final DownlinkRepository downlinks;
    private final DownlinkProperties properties;
    private final Clock clock;
    private final AtomicBoolean stuck = new AtomicBoolean();
    private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

    DownlinkSchedule(
            DownlinkSender sender,
            DownlinkRepository downlinks,
            Routes routes,
            DownlinkProperties properties,
            Clock clock) {
        this.sender = sender;
        this.downlinks = downlinks;
        this.properties = properties;
        this.clock = clock;
        routes.names().forEach(route -> turns.put(route, new ReentrantLock()));
    }

    /** Each route in a thread of its own: a network server that does not answer holds up no other. */
    @Scheduled(fixedRate = 2_000)
    void send() {
        turns.forEach(
                (route, turn) -> Thread.ofVirtual().name("downlink-" + route).start(() -> send(route, turn)));
    }

    private void send(String route, ReentrantLock turn) {
        if (!turn.tryLock()) {
            return;
        }
        try {
            attempt(() -> {
                var more = true;
                while (more) {
                    more = sender.step(route);
                }
            });
        } finally {
            turn.unlock();
        }
    }

    @Scheduled(fixedRate = 2_000)
    void end() {
        attempt(sender::endOverdue);
    }

    /** What fails, for example while the database is away, is tried again with the next look; the log says it once. */
    private void attempt(Runnable work) {
        try {
            CLOCK.run(work);
            if (stuck.getAndSet(false)) {
                LOG.info("Downlinks are seen to again");
            }
        } catch (RuntimeException failure) {
            if (!stuck.getAndSet(true)) {
                LOG.warn("Downlinks have to wait, trying on", failure);
            }
        }
    }

    /** At night, when few people work. */
    @Scheduled(cron = "0 50 2 * * *", zone = "Europe/Berlin")
    void tidy() {
        var deleted = downlinks.delete(clock.instant().minus(properties.keep()));
        LOG.info("Deleted {} downlinks that ended more than {} ago", deleted, properties.keep());
    }
}
