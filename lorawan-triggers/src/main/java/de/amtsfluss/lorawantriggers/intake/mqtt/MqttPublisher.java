package de.amtsfluss.lorawantriggers.intake.mqtt;

import java.util.concurrent.CompletableFuture;

/** Publishes over the connections by which messages come in. */
public interface MqttPublisher {

    /** The name of the connection under {@code amtsfluss.lorawan-triggers.mqtt}; others are named by their key. */
    String FIRST = "mqtt";

    /** Whether there is such a connection. */
    boolean knows(String connection);

    /**
     * Publishes once at least (QoS 1).
     *
     * @param connection its name
     * @return done when the broker has taken the message; failed while there is no connection, and if the broker says
     *     that it refuses the message or that nobody listens (MQTT 5)
     */
    CompletableFuture<?> publish(String connection, String topic, byte[] body);
}
