package de.amtsfluss.lorawantriggers.intake;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the intake of uplinks.
 *
 * @param webhookEnabled whether uplinks are taken in by HTTP, where the role {@code web} is on
 * @param webhookSecret what a network server must send as bearer token; the application does not start without it while
 *     the webhook is enabled
 * @param maxSize how large a message may be
 * @param mqtt settings of the intake by MQTT
 */
@ConfigurationProperties("amtsfluss.lorawan-triggers")
record IntakeProperties(
        @DefaultValue("true") boolean webhookEnabled,
        @Nullable String webhookSecret,
        @DefaultValue("64KB") DataSize maxSize,
        @DefaultValue Mqtt mqtt) {

    /**
     * Settings of the intake by MQTT.
     *
     * @param url the broker, {@code mqtt://host:1883} or {@code mqtts://host:8883}; without it MQTT is off
     * @param clientId names this copy to the broker, which keeps its messages under that name: stable over restarts and
     *     different for each copy
     * @param username for the broker, if it wants one
     * @param password for the broker, if it wants one
     * @param topicFilter what to subscribe to
     * @param sessionExpiry how long the broker keeps messages while this copy is away
     * @param unacknowledged how many messages the broker may send ahead of our acknowledgement
     */
    record Mqtt(
            @Nullable URI url,
            @DefaultValue("amtsfluss-lorawan-triggers-1") String clientId,
            @Nullable String username,
            @Nullable String password,

            @DefaultValue("$share/amtsfluss/application/+/device/+/event/up")
            String topicFilter,

            @DefaultValue("2d") Duration sessionExpiry,
            @DefaultValue("200") int unacknowledged) {

        @Override
        public String toString() {
            return "Mqtt[url=%s, clientId=%s]".formatted(url, clientId);
        }
    }

    @Override
    public String toString() {
        return "IntakeProperties[webhookEnabled=%s, maxSize=%s, mqtt=%s]".formatted(webhookEnabled, maxSize, mqtt);
    }
}
