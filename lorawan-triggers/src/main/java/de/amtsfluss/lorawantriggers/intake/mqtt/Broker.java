package de.amtsfluss.lorawantriggers.intake.mqtt;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A broker as a client in one version of MQTT sees it. */
sealed interface Broker permits Broker3, Broker5 {

    /** What a topic filter begins with if the broker is to share the messages out among the copies. */
    String SHARED = "$share/";

    /** Tells where messages go; before the connection, since the broker may have kept some for us. */
    void receive(Consumer<Delivery> receiver, Executor executor);

    /**
     * Connects with a session that the broker keeps, and again whenever the connection is lost.
     *
     * @return done with the first connection
     */
    CompletableFuture<?> connect();

    /** Whether there is a connection now. */
    boolean isConnected();

    /**
     * Subscribes, each message at least once.
     *
     * @return the filter that the broker took: that without its share where the broker cannot share
     */
    CompletableFuture<String> subscribe(String topicFilter);

    /**
     * Publishes, at least once.
     *
     * @return done when the broker has taken it; failed at once while there is no connection, and if the broker says
     *     that it refuses it or that nobody listens
     */
    CompletableFuture<?> publish(String topic, byte[] body);

    /** Leaves; the broker keeps the session. */
    CompletableFuture<?> disconnect();

    /** The answer while there is no connection; the client would keep the message and send it at any time later. */
    static CompletableFuture<?> notConnected() {
        return CompletableFuture.failedFuture(
                new IllegalStateException("Expected a connection to the MQTT broker, but there is none now"));
    }

    /** The same filter for every copy alone. */
    static String unshared(String topicFilter) {
        return topicFilter.startsWith(SHARED)
                ? topicFilter.substring(topicFilter.indexOf('/', SHARED.length()) + 1)
                : topicFilter;
    }
}
