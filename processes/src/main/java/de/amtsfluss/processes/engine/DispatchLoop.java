package de.amtsfluss.processes.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Works off an outbox in a thread of its own: at once when woken, and regularly for what was left over. A failing step
 * is repeated after a pause; the loop ends only with the application.
 */
public final class DispatchLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DispatchLoop.class);

    private final String name;
    private final Duration interval;
    private final BooleanSupplier step;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /**
     * A loop that is started and stopped with the application.
     *
     * @param name the thread's name
     * @param interval the longest pause between two steps
     * @param step handles some entries and tells whether there may be more
     */
    public DispatchLoop(String name, Duration interval, BooleanSupplier step) {
        this.name = name;
        this.interval = interval;
        this.step = step;
    }

    /** Wakes the loop after the commit of the current transaction, or now if there is none. */
    public void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wakeUps.release();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeUps.release();
            }
        });
    }

    @Override
    public void start() {
        var started = Thread.ofPlatform().name(name).unstarted(this::run);
        // The thread ends when it is not the one in the field, so it must stand there first.
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(interval.plusSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        var me = Thread.currentThread();
        while (thread == me) {
            try {
                if (!runStep()) {
                    var ignored = wakeUps.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
                    wakeUps.drainPermits();
                }
            } catch (InterruptedException e) {
                me.interrupt();
                return;
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked") // the outermost edge of the loop's thread
    private boolean runStep() {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            log.warn("Expected to work off '{}', but it failed and is tried again: {}", name, e.toString());
            return false;
        }
    }
}
