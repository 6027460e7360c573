package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.lorawantriggers.downlink.DownlinkProperties.RouteSettings;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttPublisher;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The ways to the network servers that are set. */
@Component
class Routes {

    private static final String PREFIX = "amtsfluss.lorawan-triggers.downlink.routes.";

    private final Map<String, RouteSettings> settings;
    private final Map<String, Route> routes = new LinkedHashMap<>();

    /**
     * Reads the settings.
     *
     * @throws IllegalStateException if one cannot be used; the message names it
     */
    Routes(DownlinkProperties properties, ObjectProvider<MqttPublisher> publisher, JsonMapper json) {
        this.settings = properties.routes();
        settings.forEach((name, route) -> routes.put(name, route(PREFIX + name, route, publisher, json)));
    }

    private static Route route(
            String prefix, RouteSettings settings, ObjectProvider<MqttPublisher> publisher, JsonMapper json) {
        return switch (settings.kind()) {
            case MQTT -> mqtt(prefix, settings, publisher.getIfAvailable(), json);
            case CHIRPSTACK_REST ->
                new ChirpStackRest(
                        new RestCalls(prefix, settings, "Grpc-Metadata-Authorization", json), settings.expiresAt());
            case THE_THINGS_STACK_REST ->
                new TheThingsStackRest(
                        new RestCalls(prefix, settings, "Authorization", json),
                        required(prefix + ".webhook", settings.webhook()));
        };
    }

    /** A copy without the role {@code triggers} has no connections; it hands nothing over. */
    private static Route mqtt(
            String prefix, RouteSettings settings, @Nullable MqttPublisher publisher, JsonMapper json) {
        if (publisher != null && !publisher.knows(settings.connection())) {
            throw new IllegalStateException("Expected %s.connection to be an MQTT connection, but '%s' is none"
                    .formatted(prefix, settings.connection()));
        }
        return new ChirpStackMqtt(publisher, settings, json);
    }

    static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Expected %s to be set, but it is not".formatted(name));
        }
        return value;
    }

    /** The names of all. */
    Set<String> names() {
        return routes.keySet();
    }

    /** The route of that name. */
    Optional<Route> named(String name) {
        return Optional.ofNullable(routes.get(name));
    }

    /** The name of the route to the sensors of an application; one of its own goes before one for all. */
    Optional<String> find(String source, String application) {
        return settings.entrySet().stream()
                .filter(route -> route.getValue().kind().source().equals(source))
                .filter(route -> Objects.requireNonNullElse(route.getValue().application(), application)
                        .equals(application))
                .min(Comparator.comparing(route -> route.getValue().application() == null))
                .map(Map.Entry::getKey);
    }
}
