package de.amtsfluss.lorawantriggers.intake.mqtt;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the intake by MQTT.
 *
 * @param mqtt the first connection; off without its url
 * @param mqttConnections further connections, each under a name of its own
 */
@ConfigurationProperties("amtsfluss.lorawan-triggers")
record MqttProperties(
        @DefaultValue Connection mqtt, @DefaultValue Map<String, Connection> mqttConnections) {

    /** Which network server publishes to a broker. */
    enum Server {
        CHIRPSTACK,
        THE_THINGS_STACK
    }

    /** The versions of MQTT. */
    enum Version {
        V3_1_1,
        V5
    }

    /**
     * Settings of one connection by MQTT.
     *
     * @param url the broker, {@code mqtt://host:1883} or {@code mqtts://host:8883}
     * @param networkServer who publishes there
     * @param version of the protocol; 5, or 3.1.1 for The Things Stack, which speaks no other
     * @param clientId names this copy to the broker, which keeps its messages under that name: stable over restarts and
     *     different for each copy
     * @param username for the broker, if it wants one
     * @param password for the broker, if it wants one
     * @param topicFilter what to subscribe to; all events of all devices if absent
     * @param sessionExpiry how long the broker keeps messages while this copy is away; 3.1.1 leaves that to the broker
     * @param unacknowledged how many messages the broker may send ahead of our acknowledgement; 3.1.1 leaves that to
     *     the broker. A broker that sends more is left at once, and Mosquitto 2.0.11 sends all that it has kept
     * @param tls whom to trust and who to be, with {@code mqtts}
     */
    record Connection(
            @Nullable URI url,
            @DefaultValue("chirpstack") Server networkServer,
            @Nullable Version version,
            @Nullable String clientId,
            @Nullable String username,
            @Nullable String password,
            @Nullable String topicFilter,
            @DefaultValue("2d") Duration sessionExpiry,
            @DefaultValue("10000") int unacknowledged,
            @DefaultValue Tls tls) {

        @Override
        public String toString() {
            return "Connection[networkServer=%s, clientId=%s]".formatted(networkServer, clientId);
        }
    }

    /**
     * Settings of an encrypted connection.
     *
     * @param caFile the certificates to trust, PEM; those of the Java runtime if absent
     * @param certificateFile our certificate with its chain, PEM, if the broker wants one
     * @param keyFile the key to it, PEM
     * @param keyPassword the password of the key, if it has one
     * @param bundle instead of the files: a bundle under {@code spring.ssl.bundle}, for example of key stores
     */
    record Tls(
            @Nullable Path caFile,
            @Nullable Path certificateFile,
            @Nullable Path keyFile,
            @Nullable String keyPassword,
            @Nullable String bundle) {

        @Override
        public String toString() {
            return "Tls[caFile=%s, certificateFile=%s, bundle=%s]".formatted(caFile, certificateFile, bundle);
        }
    }
}
