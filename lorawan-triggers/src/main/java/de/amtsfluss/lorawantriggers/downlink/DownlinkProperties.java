package de.amtsfluss.lorawantriggers.downlink;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the messages to sensors.
 *
 * @param perDeviceAndHour how many downlinks a sensor gets within an hour; 6 since a gateway that sends to one sensor
 *     hears none of the others meanwhile, and may itself send only for a small part of the time (1 % or 10 % in EU868,
 *     ETSI EN 300 220-2), and since no procedure here needs more than one in ten minutes
 * @param keep how long a downlink that has ended stays in the table
 * @param routes the ways to the network servers, by names of your own; without any nothing can be sent
 */
@ConfigurationProperties("amtsfluss.lorawan-triggers.downlink")
record DownlinkProperties(
        @DefaultValue("6") int perDeviceAndHour,
        @DefaultValue("90d") Duration keep,
        @DefaultValue Map<String, RouteSettings> routes) {

    /** What a route leads to, and how. */
    enum Kind {
        /** ChirpStack, by one of the MQTT connections. */
        MQTT("chirpstack"),
        /** ChirpStack, by its REST interface. */
        CHIRPSTACK_REST("chirpstack"),
        /** The Things Stack, by its REST interface. */
        THE_THINGS_STACK_REST("the-things-stack");

        private final String source;

        Kind(String source) {
            this.source = source;
        }

        /** What uplinks from there have as their source. */
        String source() {
            return source;
        }
    }

    /**
     * Settings of one route.
     *
     * @param kind what it leads to
     * @param application the application whose sensors it leads to, by its id at the network server; those of all
     *     applications that have no route of their own if absent
     * @param connection for MQTT: {@code mqtt}, or the name of one of the further connections
     * @param topic for MQTT, as ChirpStack's {@code command_topic} is set
     * @param url for REST: the address of the interface, without {@code /api}
     * @param key for REST: the API key; SECRET
     * @param webhook for The Things Stack: the id of a webhook of the application
     * @param expiresAt for ChirpStack: whether it is told the end of the Frist, which it knows from v4.14 on
     * @param timeout how long an answer may take
     */
    record RouteSettings(
            Kind kind,
            @Nullable String application,
            @DefaultValue("mqtt") String connection,

            @DefaultValue("application/{application}/device/{devEui}/command/down")
            String topic,

            @Nullable URI url,
            @Nullable String key,
            @Nullable String webhook,
            @DefaultValue("true") boolean expiresAt,
            @DefaultValue("10s") Duration timeout) {

        @Override
        public String toString() {
            return "RouteSettings[kind=%s, application=%s]".formatted(kind, application);
        }
    }
}
