package de.amtsfluss.lorawantriggers.intake.mqtt;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Hands the messages of one broker on in their order and acknowledges what was taken. Once one is refused, those after
 * it wait, and only the first is tried again: a reading that is overtaken by a later one no longer counts.
 *
 * <p>All happens on the one thread of its executor.
 */
final class Deliveries {

    private static final long RETRY_SECONDS = 1;

    private final ScheduledExecutorService work;
    private final Function<Delivery, CompletableFuture<?>> receiver;
    private final PriorityQueue<Numbered> waiting = new PriorityQueue<>(Comparator.comparingLong(Numbered::number));
    private long count;

    /** Hands on to the receiver, whose future fails if it cannot take a message. */
    Deliveries(ScheduledExecutorService work, Function<Delivery, CompletableFuture<?>> receiver) {
        this.work = work;
        this.receiver = receiver;
    }

    /** Hands a message on, or lets it wait behind others. */
    void add(Delivery delivery) {
        var numbered = new Numbered(count++, delivery);
        if (waiting.isEmpty()) {
            send(numbered);
        } else {
            waiting.add(numbered);
        }
    }

    private void send(Numbered numbered) {
        var unused = receiver.apply(numbered.delivery()).whenComplete((done, failure) -> {
            if (failure == null) {
                numbered.delivery().acknowledge().run();
            } else {
                work.execute(() -> hold(numbered));
            }
        });
    }

    private void hold(Numbered numbered) {
        waiting.add(numbered);
        if (waiting.size() == 1) {
            retryLater();
        }
    }

    private void retryLater() {
        var unused = work.schedule(this::retry, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private void retry() {
        var first = waiting.element();
        var unused = receiver.apply(first.delivery())
                .whenComplete((done, failure) -> work.execute(() -> {
                    if (failure == null) {
                        first.delivery().acknowledge().run();
                        waiting.remove(first);
                        sendAll();
                    } else {
                        retryLater();
                    }
                }));
    }

    private void sendAll() {
        var all = waiting.stream().sorted(waiting.comparator()).toList();
        waiting.clear();
        all.forEach(this::send);
    }

    private record Numbered(long number, Delivery delivery) {}
}
