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
            throw new IllegalStateException(
                    "Expected a JVM that measures the memory a thread allocates, but it is not");
        }
        this.threads = bean;
        this.watch = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("codec-guard").factory());
        watch.setRemoveOnCancelPolicy(true);
    }

    /** Watches the calling thread until the watch is closed; without limits it only looks on. */
    Watch over(Context context, boolean limited) {
        return new Watch(context, limited);
    }

    /**
     * Why a call was stopped.
     *
     * @param sentence the reason
     * @param outOfTime whether it took too long
     */
    record Verdict(String sentence, boolean outOfTime) {}

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** The watch over one call. */
    final class Watch implements AutoCloseable {

        private final Context context;
        private final long thread = Thread.currentThread().threadId();
        private final long startedAt = System.nanoTime();
        private final long cpuAtStart = threads.getCurrentThreadCpuTime();
        private final long allocatedAtStart = threads.getThreadAllocatedBytes(thread);
        private final @Nullable Future<?> checks;
        private volatile @Nullable Verdict verdict;

        private Watch(Context context, boolean limited) {
            this.context = context;
            this.checks = limited
                    ? watch.scheduleWithFixedDelay(this::check, INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS)
                    : null;
        }

        /** Why the call was stopped, absent if it was not. */
        @Nullable
        Verdict verdict() {
            return verdict;
        }

        private void check() {
            var found = judge();
            if (found != null && verdict == null) {
                verdict = found;
                context.close(true);
            }
        }

        private @Nullable Verdict judge() {
            if (threads.getThreadAllocatedBytes(thread) - allocatedAtStart
                    > limits.memory().toBytes()) {
                return new Verdict("it allocated more than " + limits.memory(), false);
            }
            if (threads.getThreadCpuTime(thread) - cpuAtStart > limits.cpuTime().toNanos()) {
                return new Verdict(
                        "it used the processor for more than %d ms"
                                .formatted(limits.cpuTime().toMillis()),
                        true);
            }
            if (System.nanoTime() - startedAt > limits.wallTime().toNanos()) {
                return new Verdict(
                        "it took longer than %d ms".formatted(limits.wallTime().toMillis()), true);
            }
            return null;
        }

        @Override
        public void close() {
            if (checks != null) {
                checks.cancel(false);
            }
        }
    }
}
