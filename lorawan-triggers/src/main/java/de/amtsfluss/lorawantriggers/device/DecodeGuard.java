package de.amtsfluss.lorawantriggers.device;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Context;
import org.jspecify.annotations.Nullable;

/**
 * Watches codecs at work and closes the context of one that takes too long or too much memory. The statement limit of
 * the engine does not see what a single built-in function does.
 */
final class DecodeGuard implements AutoCloseable {

    private static final long INTERVAL_MS = 2;

    private final ThreadMXBean threads;
    private final CodecProperties limits;
    private final ScheduledThreadPoolExecutor watch;

    DecodeGuard(CodecProperties limits) {
        this.limits = limits;
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean)) {
            throw new IllegalStateException("Expected a JVM that measures the memory a thread allocates, but it is not");
        }
        this.threads = bean;
        this.watch = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("codec-guard").factory());
        watch.setRemoveOnCancelPolicy(true);
    }

    /** Watches the calling thread until the watch is closed. */
    Watch over(Context context, boolean withTimeLimit) {
        return new Watch(context, withTimeLimit);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** The watch over one call. */
    final class Watch implements AutoCloseable {

        private final Context context;
        private final boolean withTimeLimit;
        private final long thread = Thread.currentThread().threadId();
        private final long startedAt = System.nanoTime();
        private final long cpuAtStart = threads.getCurrentThreadCpuTime();
        private final long allocatedAtStart = threads.getThreadAllocatedBytes(thread);
        private final Future<?> checks;
        private volatile @Nullable String verdict;

        private Watch(Context context, boolean withTimeLimit) {
            this.context = context;
            this.withTimeLimit = withTimeLimit;
            this.checks = watch.scheduleWithFixedDelay(this::check, INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
        }

        /** Why the call was stopped, absent if it was not. */
        @Nullable String verdict() {
            return verdict;
        }

        private void check() {
            var found = judge();
            if (found != null) {
                verdict = found;
                context.close(true);
                checks.cancel(false);
            }
        }

        private @Nullable String judge() {
            if (threads.getThreadAllocatedBytes(thread) - allocatedAtStart
                    > limits.memory().toBytes()) {
                return "it allocated more than " + limits.memory();
            }
            if (withTimeLimit && threads.getThreadCpuTime(thread) - cpuAtStart > limits.cpuTime().toNanos()) {
                return "it used the processor for more than %d ms".formatted(limits.cpuTime().toMillis());
            }
            if (withTimeLimit && System.nanoTime() - startedAt > limits.wallTime().toNanos()) {
                return "it took longer than %d ms".formatted(limits.wallTime().toMillis());
            }
            return null;
        }

        @Override
        public void close() {
            checks.cancel(false);
        }
    }
}
