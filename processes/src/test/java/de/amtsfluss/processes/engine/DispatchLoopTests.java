package de.amtsfluss.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DispatchLoopTests {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Enough for the scheduler to let a new thread run before the one that started it goes on. */
    private static final int STARTS = 2_000;

    @Test
    void worksAfterEachStartHoweverSoonItsThreadRuns() throws InterruptedException {
        for (var start = 0; start < STARTS; start++) {
            var stepped = new CountDownLatch(1);
            var loop = new DispatchLoop("dispatch-loop-test", HOUR, () -> {
                stepped.countDown();
                return false;
            });

            loop.start();

            assertThat(stepped.await(1, TimeUnit.MINUTES)).as("start %d", start).isTrue();
            loop.stop();
        }
    }

    @Test
    void goesOnAfterAStepThatFails() throws InterruptedException {
        var steps = new AtomicInteger();
        var second = new CountDownLatch(2);
        var loop = new DispatchLoop("dispatch-loop-test", HOUR, () -> {
            second.countDown();
            if (steps.getAndIncrement() == 0) {
                throw new NoClassDefFoundError("probe");
            }
            return false;
        });

        loop.start();
        loop.wakeAfterCommit();

        assertThat(second.await(1, TimeUnit.MINUTES)).isTrue();
        loop.stop();
    }
}
