package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives evaluations up that take too long.
 *
 * <p>FEEL's interpreter ends at its next step when its thread is interrupted, so an evaluation that was given up frees
 * its thread. A regular expression is one step and goes on to its end: therefore the threads are few, and the time
 * spent waiting for one counts.
 */
final class TimeLimit {

    private static final int THREADS = 4;
    private static final int WAITING = 256;
    private static final long IDLE_SECONDS = 10;

    private final Duration limit;
    private final ExecutorService threads;

    TimeLimit(Duration limit) {
        this.limit = limit;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("decision-table-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /**
     * Evaluates, and waits for the end at most as long as the limit permits.
     *
     * @param label how a sentence names what is evaluated
     */
    DecisionResult run(String label, DecisionId decision, Callable<DecisionResult> evaluation) {
        try {
            Future<DecisionResult> result = threads.submit(evaluation);
            try {
                return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                result.cancel(true);
            }
        } catch (TimeoutException | RejectedExecutionException e) {
            return notDecided(label, decision, "it took longer");
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
            return notDecided(label, decision, "it was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Expected to run %s, but it failed".formatted(label), e);
        }
    }

    private NotDecided notDecided(String label, DecisionId decision, String reason) {
        return new NotDecided(
                decision, "Expected %s to decide within %d ms, but %s.".formatted(label, limit.toMillis(), reason));
    }
}
