package de.amtsfluss.lorawantriggers.intake.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A broker by MQTT 3.1.1. Sharing is no part of that version, but some brokers can do it all the same. */
record Broker3(Mqtt3AsyncClient client) implements Broker {

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
        return client.connectWith().cleanSession(false).send();
    }

    @Override
    public boolean isConnected() {
        return client.getState().isConnected();
    }

    @Override
    public CompletableFuture<String> subscribe(String topicFilter) {
        return send(topicFilter).exceptionallyCompose(failure -> {
            var unshared = Broker.unshared(topicFilter);
            return isRefusal(failure) && !unshared.equals(topicFilter)
                    ? send(unshared)
                    : CompletableFuture.failedFuture(failure);
        });
    }

    private CompletableFuture<String> send(String topicFilter) {
        return client.subscribeWith()
                .topicFilter(topicFilter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .thenApply(acknowledged -> topicFilter);
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof Mqtt3SubAckException
                || (failure instanceof CompletionException && failure.getCause() instanceof Mqtt3SubAckException);
    }

    @Override
    public CompletableFuture<?> publish(String topic, byte[] body) {
        return isConnected()
                ? client.publishWith()
                        .topic(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(body)
                        .send()
                : Broker.notConnected();
    }

    @Override
    public CompletableFuture<?> disconnect() {
        return client.disconnect();
    }
}
