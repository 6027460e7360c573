package de.amtsfluss.lorawantriggers.intake.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttProperties.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A broker by MQTT 5. */
record Broker5(Mqtt5AsyncClient client, Connection settings) implements Broker {

    @Override
    public void receive(Consumer<Delivery> receiver, Executor executor) {
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                publish -> receiver.accept(
                        new Delivery(publish.getTopic().toString(), publish.getPayloadAsBytes(), publish::acknowledge)),
                executor,
                true);
    }

    @Override
    public CompletableFuture<?> connect() {
        return client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(settings.sessionExpiry().toSeconds())
                .restrictions()
                .receiveMaximum(settings.unacknowledged())
                .applyRestrictions()
                .send();
    }

    @Override
    public boolean isConnected() {
        return client.getState().isConnected();
    }

    @Override
    public CompletableFuture<String> subscribe(String topicFilter) {
        var filter = isSharing() ? topicFilter : Broker.unshared(topicFilter);
        return client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retainHandling(Mqtt5RetainHandling.DO_NOT_SEND)
                .send()
                .thenApply(acknowledged -> filter);
    }

    private boolean isSharing() {
        return client.getConfig()
                .getConnectionConfig()
                .map(connection -> connection.getRestrictionsForClient().isSharedSubscriptionAvailable())
                .orElse(true);
    }

    @Override
    public CompletableFuture<?> publish(String topic, byte[] body) {
        return isConnected()
                ? client.publishWith()
                        .topic(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(body)
                        .send()
                        .thenCompose(result -> taken(topic, result))
                : Broker.notConnected();
    }

    /** A broker that has no subscriber forgets the message although it took it (MQTT 5.0, 3.4.2.1). */
    private static CompletableFuture<Mqtt5PublishResult> taken(String topic, Mqtt5PublishResult result) {
        var error = result.getError();
        if (error.isPresent()) {
            return CompletableFuture.failedFuture(error.get());
        }
        return result instanceof Mqtt5PublishResult.Mqtt5Qos1Result answered
                        && answered.getPubAck().getReasonCode() == Mqtt5PubAckReasonCode.NO_MATCHING_SUBSCRIBERS
                ? CompletableFuture.failedFuture(new IllegalStateException(
                        "Expected somebody to listen to %s, but nobody does".formatted(topic)))
                : CompletableFuture.completedFuture(result);
    }

    @Override
    public CompletableFuture<?> disconnect() {
        return client.disconnect();
    }
}
