package de.amtsfluss.deploy.benchmarks.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Watches for the orders to become visible to the crew. */
final class Visible implements Runnable {

    private static final long INTERVAL_MS = 400;

    /**
     * The list has the newest orders. More than it has may become visible between two looks, so now and then what is
     * awaited for longest is asked for by its name; its time is then up to so much too long for each that was missed.
     */
    private static final long BY_NAME_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Interface crew;
    private final Consumer<String> seen;
    private final Map<String, Long> awaited = new ConcurrentHashMap<>();
    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean running = true;

    Visible(Interface crew, Consumer<String> seen) {
        this.crew = crew;
        this.seen = seen;
    }

    /** An uplink that makes an order was accepted. */
    void await(String container, long acceptedAt) {
        awaited.put(container, acceptedAt);
    }

    @Override
    public void run() {
        var lastByName = System.nanoTime();
        while (running) {
            if (!awaited.isEmpty()) {
                look("/api/vorgaenge?status=OFFEN&anzahl=20");
            }
            if (System.nanoTime() - lastByName > BY_NAME_NANOS) {
                lastByName = System.nanoTime();
                awaited.entrySet().stream()
                        .min(Map.Entry.comparingByValue())
                        .ifPresent(oldest -> look("/api/vorgaenge?status=OFFEN&suche=" + oldest.getKey()));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(INTERVAL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look(String path) {
        var listed = crew.get(path);
        var now = System.nanoTime();
        awaited.forEach((container, acceptedAt) -> {
            if (listed.contains(container)) {
                millis.add(TimeUnit.NANOSECONDS.toMillis(now - acceptedAt));
                awaited.remove(container);
                seen.accept(container);
            }
        });
    }

    void stop() {
        running = false;
    }

    /** Forgets the times that were taken. */
    void forget() {
        millis.clear();
    }

    int missing() {
        return awaited.size();
    }

    List<Long> sorted() {
        synchronized (millis) {
            return millis.stream().sorted().toList();
        }
    }
}
