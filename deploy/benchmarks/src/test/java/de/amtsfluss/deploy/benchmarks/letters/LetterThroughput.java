package de.amtsfluss.deploy.benchmarks.letters;

import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.workers.documents.Letters;
import de.amtsfluss.workers.documents.template.LetterFiles;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Writes the two-page Hundesteuerbescheid again and again with one and with two threads and prints letters per second.
 */
public final class LetterThroughput {

    private static final int WARM_UP_SECONDS = 8;
    private static final int SECONDS = 10;
    private static final String TEMPLATE = "hundesteuer-anmelden/hundesteuerbescheid";

    private LetterThroughput() {}

    /**
     * Measures and prints.
     *
     * @param arguments none
     * @throws InterruptedException if it is stopped
     */
    public static void main(String[] arguments) throws InterruptedException {
        var letters = new Letters(LetterFiles.delivered(), Clock.systemUTC());
        System.out.printf(
                "%d bytes each%n",
                letters.pdf(TEMPLATE, vorgang(0), UUID.randomUUID()).content().length);
        written(letters, 2, WARM_UP_SECONDS);
        for (var threads : List.of(1, 2)) {
            var count = written(letters, threads, SECONDS);
            System.out.printf(
                    "%d threads: %.1f letters/s, load average %.1f on %d cores%n",
                    threads,
                    (double) count / SECONDS,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    Runtime.getRuntime().availableProcessors());
        }
    }

    private static long written(Letters letters, int threads, int seconds) throws InterruptedException {
        var count = new AtomicLong();
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        var workers = IntStream.range(0, threads)
                .mapToObj(i -> Thread.ofPlatform().start(() -> {
                    while (System.nanoTime() < end) {
                        var vorgang = vorgang(count.incrementAndGet());
                        letters.pdf(TEMPLATE, vorgang, vorgang.id().value());
                    }
                }))
                .toList();
        for (var worker : workers) {
            worker.join();
        }
        return count.get();
    }

    private static Map<String, Object> festsetzung(long number) {
        return Map.of(
                "posten",
                List.of(Map.of(
                        "bezeichnung", "Bello",
                        "rasse", "Dackel",
                        "jahr", 2026,
                        "monate", 10,
                        "satz", 144,
                        "anteilProzent", 100,
                        "steuer", 120)),
                "betrag",
                120,
                "steuerpflichtAb",
                "2026-03-01",
                "kassenzeichen",
                "HS-2026-%06d".formatted(number),
                "befreiungBeantragt",
                false,
                "befreiungGewaehrt",
                false,
                "faelligkeiten",
                List.of(
                        Map.of("am", "2026-05-15", "betrag", 48),
                        Map.of("am", "2026-08-15", "betrag", 36),
                        Map.of("am", "2026-11-15", "betrag", 36)));
    }

    private static Vorgang vorgang(long number) {
        return new Vorgang(
                VorgangId.random(),
                "210.1-22.31/%04d-2026".formatted(number),
                "hundesteuer-anmelden",
                "Hund anmelden",
                null,
                "portal",
                Vorgang.Status.OFFEN,
                null,
                Map.of(
                        "empfaenger",
                        Map.of(
                                "name",
                                "Erika Mustermann " + number,
                                "strasse",
                                "Musterstraße " + number,
                                "plz",
                                "33602",
                                "ort",
                                "Bielefeld"),
                        "festsetzung",
                        festsetzung(number)),
                Set.of("finanzen"),
                Instant.now(),
                null);
    }
}
