package de.amtsfluss.deploy.benchmarks.akten;

import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgaenge.NewVorgang;
import de.amtsfluss.processes.VorgangId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** Files documents of 100 kB, each in a Vorgang of ten, and prints how many in a second. */
final class FilingThroughput {

    private static final int SIZE = 100_000;
    private static final int WARM_UP_SECONDS = 8;
    private static final int SECONDS = 10;
    private static final int PER_VORGANG = 10;

    private FilingThroughput() {}

    static void measure(ApplicationContext application) throws InterruptedException {
        filed(application, 4, WARM_UP_SECONDS);
        for (var threads : List.of(1, 4)) {
            var count = filed(application, threads, SECONDS);
            System.out.printf(
                    "filing with %d threads: %.0f documents of 100 kB/s%n", threads, (double) count / SECONDS);
        }
    }

    private static long filed(ApplicationContext application, int threads, int seconds) throws InterruptedException {
        var dokumente = application.getBean(Dokumente.class);
        var vorgaenge = application.getBean(Vorgaenge.class);
        var count = new AtomicLong();
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        var workers = IntStream.range(0, threads)
                .mapToObj(i -> Thread.ofPlatform().start(() -> {
                    var content = new byte[SIZE];
                    while (System.nanoTime() < end) {
                        var vorgang = open(vorgaenge);
                        for (var number = 0; number < PER_VORGANG && System.nanoTime() < end; number++) {
                            ThreadLocalRandom.current().nextBytes(content);
                            var id = DokumentId.random();
                            dokumente.draft(id, vorgang, "Messung.pdf", "application/pdf", content);
                            dokumente.file(id);
                            count.incrementAndGet();
                        }
                    }
                }))
                .toList();
        for (var worker : workers) {
            worker.join();
        }
        return count.get();
    }

    private static VorgangId open(Vorgaenge vorgaenge) {
        return vorgaenge
                .open(new NewVorgang(
                        ThreadLocalRandom.current().nextLong(Long.MIN_VALUE, 0),
                        "messung",
                        "100.1-10.01",
                        "Messung",
                        null,
                        "brief",
                        Set.of("messung"),
                        Map.of()))
                .vorgang()
                .id();
    }
}
