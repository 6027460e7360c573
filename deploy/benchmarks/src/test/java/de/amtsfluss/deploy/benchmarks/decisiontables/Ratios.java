package de.amtsfluss.deploy.benchmarks.decisiontables;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The results side by side: our figures, and those of the others divided by ours. */
final class Ratios {

    /** What JMH's profiler calls the bytes that one evaluation allocates. */
    private static final String BYTES = "gc.alloc.rate.norm";

    private Ratios() {}

    private record Place(ComparedTable table, int threads) {}

    /**
     * Writes a table in Markdown.
     *
     * @param results the results of a run; what was not measured stays empty
     */
    static String markdown(Collection<RunResult> results) {
        Map<Place, Map<Contender, RunResult>> places = results.stream()
                .collect(Collectors.groupingBy(Ratios::place, Collectors.toMap(Ratios::engine, r -> r)));
        String engines = Arrays.stream(Contender.values())
                .skip(1)
                .map(engine -> " %s |".formatted(engine))
                .collect(Collectors.joining());
        String head = "| table | threads | figure | AMTSFLUSS |" + engines + "\n|---|---|---|---|"
                + "---|".repeat(Contender.values().length - 1) + "\n";
        return head
                + Arrays.stream(ComparedTable.values())
                        .flatMap(table -> Stream.of(new Place(table, 1), new Place(table, 2)))
                        .filter(places::containsKey)
                        .map(place -> lines(place, places.getOrDefault(place, Map.of())))
                        .collect(Collectors.joining());
    }

    private static String lines(Place place, Map<Contender, RunResult> engines) {
        return line(place, "µs", "%.2f", engines, Ratios::micros)
                + line(place, "bytes", "%.0f", engines, Ratios::bytes);
    }

    private static String line(
            Place place,
            String figure,
            String format,
            Map<Contender, RunResult> engines,
            ToDoubleFunction<RunResult> reading) {
        RunResult ours = engines.get(Contender.AMTSFLUSS);
        String others = Arrays.stream(Contender.values())
                .skip(1)
                .map(engines::get)
                .map(other -> other == null || ours == null
                        ? " |"
                        : String.format(
                                Locale.ROOT, " %.2f |", reading.applyAsDouble(other) / reading.applyAsDouble(ours)))
                .collect(Collectors.joining());
        return "| %s | %d | %s | %s |%s%n"
                .formatted(
                        place.table(),
                        place.threads(),
                        figure,
                        ours == null ? "" : String.format(Locale.ROOT, format, reading.applyAsDouble(ours)),
                        others);
    }

    private static double micros(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double bytes(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get(BYTES);
        return bytes == null ? Double.NaN : bytes.getScore();
    }

    private static Place place(RunResult result) {
        BenchmarkParams params = result.getParams();
        return new Place(ComparedTable.valueOf(params.getParam("table")), params.getThreads());
    }

    private static Contender engine(RunResult result) {
        return Contender.valueOf(result.getParams().getParam("engine"));
    }
}
