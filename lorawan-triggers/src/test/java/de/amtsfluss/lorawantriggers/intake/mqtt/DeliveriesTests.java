package de.amtsfluss.lorawantriggers.intake.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveriesTests {

    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor();
    private final List<Integer> taken = new CopyOnWriteArrayList<>();
    private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    private final Deliveries deliveries = new Deliveries(work, this::take);

    @AfterEach
    void end() {
        work.shutdownNow();
    }

    @Test
    void acknowledgesOnlyWhatWasTakenAndKeepsTheOrder() {
        away = true;
        deliver(0, 3);
        await().until(() -> taken.size() >= 3);
        assertThat(acknowledged).isEmpty();

        away = false;
        taken.clear();
        deliver(3, 6);

        await().until(() -> acknowledged.size() == 6);
        assertThat(taken).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(acknowledged).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void readsTheKindOfEventFromTheTopic() {
        assertThat(new Delivery("application/1/device/2/event/txack", new byte[0], () -> {}).event())
                .isEqualTo("txack");
        assertThat(new Delivery("up", new byte[0], () -> {}).event()).isEqualTo("up");
    }

    @Test
    void sharesNothingWhereTheBrokerCannot() {
        assertThat(Broker.unshared("$share/amtsfluss/application/+/event/+")).isEqualTo("application/+/event/+");
        assertThat(Broker.unshared("application/+")).isEqualTo("application/+");
    }

    private void deliver(int from, int to) {
        IntStream.range(from, to)
                .mapToObj(number -> new Delivery("up", new byte[] {(byte) number}, () -> acknowledged.add(number)))
                .forEach(delivery -> work.execute(() -> deliveries.add(delivery)));
    }

    private CompletableFuture<?> take(Delivery delivery) {
        taken.add((int) delivery.body()[0]);
        return away
                ? CompletableFuture.failedFuture(new IllegalStateException("away"))
                : CompletableFuture.completedFuture(delivery);
    }
}
