package de.amtsfluss.lorawantriggers.codec;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Lets codecs run in platform threads only: time and memory of a virtual thread cannot be measured. Who calls in a
 * platform thread does the work itself.
 */
final class CodecThreads implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("codec-", 1).factory());

    <T> T call(Supplier<T> work) {
        if (!Thread.currentThread().isVirtual()) {
            return work.get();
        }
        var result = threads.submit(work::get);
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to wait for a codec, but was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Expected a codec to answer, but its thread failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
