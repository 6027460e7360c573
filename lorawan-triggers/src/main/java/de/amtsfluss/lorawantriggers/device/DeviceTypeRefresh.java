package de.amtsfluss.lorawantriggers.device;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks from time to time whether another copy of the application released device types. */
@Component
final class DeviceTypeRefresh implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceTypeRefresh.class);

    /** One short query; uploads are rare, and who has uploaded a type wants to register a sensor of it next. */
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final DeviceTypeReleases releases;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("device-types-refresh").factory());
    private final Future<?> looking;
    private boolean failing;

    DeviceTypeRefresh(DeviceTypeReleases releases) {
        this.releases = releases;
        looking = thread.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A failure must not end the looking: the next look may succeed. It is logged once until then. */
    private void look() {
        try {
            releases.refresh();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Expected to see releases of device types, but it failed; the present ones stay", e);
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        looking.cancel(true);
        thread.shutdownNow();
    }
}
