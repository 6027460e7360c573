package de.amtsfluss.lorawantriggers.codec;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.graalvm.polyglot.Context;
import org.jspecify.annotations.Nullable;

/**
 * Watches codecs at work and closes the context of one that takes too long or too much memory. The statement limit of
 * the engine does not see what a single built-in function does.
 */
final class DecodeGuard implements AutoCloseable {

    private static final long INTERVAL_NANOS = Duration.ofMillis(2).toNanos();

    private final ThreadMXBean threads;
    private final CodecProperties limits;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean resting;
    private volatile boolean closed;

    DecodeGuard(CodecProperties limits) {
        this.limits = limits;
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean)) {
            throw new IllegalStateException(
                    "Expected a JVM that measures the memory a thread allocates, but it is not");
        }
        this.threads = bean;
        this.thread = Thread.ofPlatform().daemon().name("codec-guard").start(this::guard);
    }

    private void guard() {
        while (!closed) {
            resting = true;
            if (watches.isEmpty()) {
                LockSupport.park(this);
            }
            resting = false;
            LockSupport.parkNanos(this, INTERVAL_NANOS);
            watches.forEach(Watch::check);
        }
    }

    /** Watches the calling thread until the watch is closed; without limits it only looks on. */
    Watch over(Context context, boolean limited) {
        var watch = new Watch(context);
        if (limited) {
            watches.add(watch);
            if (resting) {
                LockSupport.unpark(thread);
            }
        }
        return watch;
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
        closed = true;
        LockSupport.unpark(thread);
    }

    /** The watch over one call. */
    final class Watch implements AutoCloseable {

        /** Stands for the end of the call: after it no verdict is made. */
        private static final Verdict ENDED = new Verdict("it has ended", false);

        private final Context context;
        private final long watched = Thread.currentThread().threadId();
        private final long startedAt = System.nanoTime();
        private final long cpuAtStart = threads.getCurrentThreadCpuTime();
        private final long allocatedAtStart = threads.getCurrentThreadAllocatedBytes();
        private final AtomicReference<@Nullable Verdict> verdict = new AtomicReference<>();

        private Watch(Context context) {
            this.context = context;
        }

        /** Ends the watch and says why the call was stopped, null if it was not. */
        @Nullable
        Verdict end() {
            watches.remove(this);
            return verdict.compareAndSet(null, ENDED) || ENDED.equals(verdict.get()) ? null : verdict.get();
        }

        /** How much memory the call has allocated so far; for the calling thread only. */
        long allocated() {
            return threads.getCurrentThreadAllocatedBytes() - allocatedAtStart;
        }

        private void check() {
            var found = judge();
            if (found != null && verdict.compareAndSet(null, found)) {
                watches.remove(this);
                // Waits until the codec has noticed; meanwhile others must be watched.
                Thread.ofPlatform().daemon().name("codec-stop").start(() -> context.close(true));
            }
        }

        private @Nullable Verdict judge() {
            if (threads.getThreadAllocatedBytes(watched) - allocatedAtStart
                    > limits.memory().toBytes()) {
                return new Verdict("it allocated more than " + limits.memory(), false);
            }
            if (threads.getThreadCpuTime(watched) - cpuAtStart
                    > limits.cpuTime().toNanos()) {
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
            var unused = end();
        }
    }
}
