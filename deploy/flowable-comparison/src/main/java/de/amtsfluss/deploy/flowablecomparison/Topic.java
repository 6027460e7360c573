package de.amtsfluss.deploy.flowablecomparison;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic with the events, which lie there before Flowable starts. */
final class Topic implements AutoCloseable {

    /** The header of events that ask for an order, by which the measurement counts what it has to expect. */
    static final String FULL = "full";

    private static final int PARTITIONS = 6;
    private static final int SEED = 42;

    private final String name;
    private final KafkaProducer<String, String> producer;

    /** Creates it. */
    Topic(Servers servers, String name) throws InterruptedException, ExecutionException {
        this.name = name;
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers.kafka()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.kafka(), ProducerConfig.LINGER_MS_CONFIG, 20),
                new StringSerializer(),
                new StringSerializer());
    }

    void fill(MeasurementOptions options) {
        var random = new Random(SEED);
        for (var i = 1; i <= options.events(); i++) {
            write(FuellstandGemessen.random(random, options.containers(), i % options.fullEvery() == 0));
        }
        producer.flush();
    }

    void write(FuellstandGemessen event) {
        write(event.containerId(), event.json(), event.isFull());
    }

    /** Writes anything, under the key by which its partition is chosen. */
    void write(String key, String value, boolean full) {
        var message = new ProducerRecord<>(name, key, value);
        if (full) {
            message.headers().add(FULL, "true".getBytes(StandardCharsets.US_ASCII));
        }
        var unused = producer.send(message, (metadata, failure) -> {
            if (failure != null) {
                throw new IllegalStateException("Expected to write to '%s', but it failed".formatted(name), failure);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
