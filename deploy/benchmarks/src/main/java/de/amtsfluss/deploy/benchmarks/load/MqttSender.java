package de.amtsfluss.deploy.benchmarks.load;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import de.amtsfluss.deploy.benchmarks.load.Fleet.Report;
import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;

/** Publishes with quality of service 1, some messages ahead of the broker's acknowledgements. */
final class MqttSender implements Sender {

    private static final int AHEAD = 100;

    private final Mqtt5AsyncClient client;
    private final Semaphore free = new Semaphore(AHEAD);

    MqttSender(URI broker) {
        this.client = Mqtt5Client.builder()
                .serverHost(broker.getHost())
                .serverPort(broker.getPort())
                .buildAsync();
        client.connect().join();
    }

    @Override
    public void send(Report report, LongConsumer accepted) {
        free.acquireUninterruptibly();
        var unused = client.publishWith()
                .topic("application/17c82e96-be03-4f38-aef3-f83d48582d97/device/%s/event/up".formatted(report.devEui()))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(report.json())
                .send()
                .whenComplete((done, failure) -> {
                    free.release();
                    if (failure == null) {
                        accepted.accept(System.nanoTime());
                    }
                });
    }

    @Override
    public void close() {
        free.acquireUninterruptibly(AHEAD);
        client.disconnect().join();
    }
}
