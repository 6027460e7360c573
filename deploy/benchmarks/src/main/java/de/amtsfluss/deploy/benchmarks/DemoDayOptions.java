package de.amtsfluss.deploy.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the demo day is told on the command line.
 *
 * @param mqttUrl the broker
 * @param minutes how long the day takes
 * @param containers the file with the containers, the one on the class path if absent
 */
record DemoDayOptions(URI mqttUrl, double minutes, @Nullable Path containers) {

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static DemoDayOptions parse(String[] arguments) {
        var mqttUrl = URI.create("mqtt://127.0.0.1:1883");
        var minutes = 6.0;
        Path containers = null;
        for (var i = 0; i < arguments.length; i += 2) {
            var value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--mqtt-url" -> mqttUrl = url(value);
                case "--minutes" -> minutes = minutes(value);
                case "--containers" -> containers = Path.of(value);
                default ->
                    throw new IllegalArgumentException(
                            "Expected --mqtt-url, --minutes or --containers, but found '%s'".formatted(arguments[i]));
            }
        }
        return new DemoDayOptions(mqttUrl, minutes, containers);
    }

    private static URI url(String text) {
        var url = URI.create(text);
        if (!"mqtt".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "Expected --mqtt-url like mqtt://127.0.0.1:1883, but found '%s'".formatted(text));
        }
        return url;
    }

    private static double minutes(String text) {
        try {
            var minutes = Double.parseDouble(text);
            if (minutes > 0) {
                return minutes;
            }
        } catch (NumberFormatException e) {
            // Told below like every other wrong number.
        }
        throw new IllegalArgumentException("Expected --minutes above 0, but found '%s'".formatted(text));
    }
}
