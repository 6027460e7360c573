package de.amtsfluss.deploy.benchmarks.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Watches for the orders to become visible to the crew. */
final class Visible implements Runnable {

    private static final long INTERVAL_MS = 100;

    private final Interface crew;
    private final Map<String, Long> awaited = new ConcurrentHashMap<>();
    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean running = true;

    Visible(Interface crew) {
        this.crew = crew;
    }

    /** An uplink that makes an order was accepted. */
    void await(String container, long acceptedAt) {
        awaited.put(container, acceptedAt);
    }

    @Override
    public void run() {
        while (running) {
            awaited.forEach((container, acceptedAt) -> {
                var listed = crew.get("/api/vorgaenge?status=OFFEN&suche=" + container);
                if (listed.contains(container)) {
                    millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - acceptedAt));
                    awaited.remove(container);
                }
            });
            try {
                TimeUnit.MILLISECONDS.sleep(INTERVAL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    void stop() {
        running = false;
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
