package de.amtsfluss.deploy.benchmarks.akten;

import de.amtsfluss.processes.Aktensuche;
import de.amtsfluss.processes.Aktensuche.Anfrage;
import de.amtsfluss.processes.Akteur;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** Searches as people do who see some of the groups, and prints how long the first page takes. */
final class SearchLatency {

    private static final int WARM_UP = 100;
    private static final int QUESTIONS = 1_000;
    private static final long SEED = 4_711;

    private SearchLatency() {}

    static void measure(ApplicationContext application, ManyDocuments documents) {
        var began = System.nanoTime();
        documents.make();
        System.out.printf("made the documents in %d s%n", (System.nanoTime() - began) / 1_000_000_000L);
        var suche = application.getBean(Aktensuche.class);
        for (var groups : new int[] {1, 5, ManyDocuments.GROUPS}) {
            for (var words : new int[] {1, 2}) {
                times(suche, groups, words, WARM_UP);
                print(groups, words, times(suche, groups, words, QUESTIONS));
            }
        }
    }

    /** The words are drawn as they are in the documents, so that frequent ones are asked for more often. */
    private static long[] times(Aktensuche suche, int groups, int words, int questions) {
        var random = new Random(SEED + questions);
        return IntStream.range(0, questions)
                .mapToLong(number -> {
                    var text = IntStream.range(0, words)
                            .mapToObj(i -> "wort" + (int) (Math.pow(random.nextDouble(), 4) * ManyDocuments.WORDS))
                            .collect(Collectors.joining(" "));
                    var akteur = akteur(groups, random.nextInt(ManyDocuments.GROUPS));
                    var began = System.nanoTime();
                    suche.search(Anfrage.of(text), akteur);
                    return System.nanoTime() - began;
                })
                .toArray();
    }

    private static Akteur akteur(int groups, int first) {
        Set<String> gruppen = IntStream.range(0, groups)
                .mapToObj(i -> "gruppe-" + (first + i) % ManyDocuments.GROUPS)
                .collect(Collectors.toSet());
        return new Akteur("mia.mustermann", "Mia Mustermann", gruppen);
    }

    private static void print(int groups, int words, long[] nanoseconds) {
        Arrays.sort(nanoseconds);
        System.out.printf(
                "search with %d of %d groups, %d words: median %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                groups,
                ManyDocuments.GROUPS,
                words,
                nanoseconds[nanoseconds.length / 2] / 1e6,
                nanoseconds[nanoseconds.length * 99 / 100] / 1e6,
                nanoseconds[nanoseconds.length - 1] / 1e6);
    }
}
