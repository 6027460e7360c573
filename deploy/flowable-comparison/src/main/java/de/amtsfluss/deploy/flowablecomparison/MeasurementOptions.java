package de.amtsfluss.deploy.flowablecomparison;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is measured.
 *
 * @param events how many events lie in the topic before
 * @param containers of how many containers
 * @param fullEvery one in so many events says that a container is full
 * @param concurrency how many consumers, for one run after another
 * @param unique see {@link Channel}, for one run after another with each number of consumers
 * @param warmUp for how long nothing counts
 * @param measured for how long it counts
 */
record MeasurementOptions(
        int events,
        int containers,
        int fullEvery,
        List<Integer> concurrency,
        List<Boolean> unique,
        Duration warmUp,
        Duration measured) {

    /**
     * Reads {@code --events 200000 --concurrency 1,3} and the like.
     *
     * @throws IllegalArgumentException if an option is unknown or has no value
     */
    static MeasurementOptions of(String... arguments) {
        var given = new HashMap<>(Map.of(
                "events", "200000",
                "containers", "20000",
                "full-every", "1000",
                "concurrency", "1,3,6",
                "unique", "false",
                "warm-up", "25",
                "measured", "35"));
        for (var i = 0; i < arguments.length; i += 2) {
            var name = arguments[i].replaceFirst("^--", "");
            if (!given.containsKey(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Expected options out of %s, each with a value, but found '%s'"
                        .formatted(given.keySet(), arguments[i]));
            }
            given.put(name, arguments[i + 1]);
        }
        return new MeasurementOptions(
                Integer.parseInt(given.getOrDefault("events", "")),
                Integer.parseInt(given.getOrDefault("containers", "")),
                Integer.parseInt(given.getOrDefault("full-every", "")),
                list(given.getOrDefault("concurrency", ""), Integer::valueOf),
                list(given.getOrDefault("unique", ""), Boolean::valueOf),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("warm-up", ""))),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("measured", ""))));
    }

    private static <T> List<T> list(String values, Function<String, T> reading) {
        return Arrays.stream(values.split(",")).map(reading).toList();
    }
}
