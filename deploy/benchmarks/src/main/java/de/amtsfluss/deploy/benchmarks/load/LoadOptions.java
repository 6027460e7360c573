package de.amtsfluss.deploy.benchmarks.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What is played.
 *
 * @param state the state folder of the local stack
 * @param application its address
 * @param issuer the realm's address
 * @param mqtt the broker's address
 * @param rate uplinks a second
 * @param warmUp for how long before that uplinks are sent which do not count: half of it at half the rate, then all
 * @param duration for how long
 * @param devices how many sensors
 * @param mqttShare the share of uplinks that go by MQTT, 0 to 1; the others go by HTTP
 * @param connections how many connections by HTTP
 * @param meters where the application's meters are read in the text form of Prometheus, empty for nowhere
 * @param orderEvery one in so many uplinks says that a container is full
 * @param emptiedAfter how long after its order has become visible a container is emptied, which ends the order
 */
record LoadOptions(
        Path state,
        URI application,
        URI issuer,
        URI mqtt,
        int rate,
        Duration warmUp,
        Duration duration,
        int devices,
        double mqttShare,
        int connections,
        String meters,
        int orderEvery,
        Duration emptiedAfter) {

    /**
     * Reads {@code --rate 5000 --minutes 10} and the like.
     *
     * @throws IllegalArgumentException if an option is unknown or has no value
     */
    static LoadOptions of(String[] arguments) {
        var given = new HashMap<>(Map.ofEntries(
                Map.entry("state", ".amtsfluss"),
                Map.entry("application", "http://127.0.0.1:8080"),
                Map.entry("issuer", "http://127.0.0.1:8180/realms/amtsfluss"),
                Map.entry("mqtt", "mqtt://127.0.0.1:1883"),
                Map.entry("rate", "5000"),
                Map.entry("warm-up", "3"),
                Map.entry("minutes", "10"),
                Map.entry("devices", "20000"),
                Map.entry("mqtt-share", "0.5"),
                Map.entry("connections", "64"),
                Map.entry("meters", ""),
                Map.entry("order-every", "1000"),
                Map.entry("emptied-after", "0")));
        for (var i = 0; i < arguments.length; i += 2) {
            var name = arguments[i].replaceFirst("^--", "");
            if (!given.containsKey(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Expected options out of %s, each with a value, but found '%s'"
                        .formatted(given.keySet(), arguments[i]));
            }
            given.put(name, arguments[i + 1]);
        }
        return new LoadOptions(
                Path.of(given.getOrDefault("state", "")),
                URI.create(given.getOrDefault("application", "")),
                URI.create(given.getOrDefault("issuer", "")),
                URI.create(given.getOrDefault("mqtt", "")),
                Integer.parseInt(given.getOrDefault("rate", "")),
                minutes(given.getOrDefault("warm-up", "")),
                minutes(given.getOrDefault("minutes", "")),
                Integer.parseInt(given.getOrDefault("devices", "")),
                Double.parseDouble(given.getOrDefault("mqtt-share", "")),
                Integer.parseInt(given.getOrDefault("connections", "")),
                given.getOrDefault("meters", ""),
                Integer.parseInt(given.getOrDefault("order-every", "")),
                minutes(given.getOrDefault("emptied-after", "")));
    }

    private static Duration minutes(String number) {
        return Duration.ofSeconds(Math.round(Double.parseDouble(number) * 60));
    }
}
