package de.amtsfluss.decisiontables.engine;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks from time to time whether another copy of the application released tables. */
final class TableRefresh implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(TableRefresh.class);

    private final TableReleases releases;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("decision-tables-refresh").factory());
    private final Future<?> looking;
    private boolean failing;

    TableRefresh(TableReleases releases, Duration every) {
        this.releases = releases;
        looking = thread.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A failure must not end the looking: the next look may succeed. It is logged once until then. */
    private void look() {
        try {
            releases.refresh();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOGGER.warn("Expected to see releases of decision tables, but it failed; the present ones stay", e);
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
