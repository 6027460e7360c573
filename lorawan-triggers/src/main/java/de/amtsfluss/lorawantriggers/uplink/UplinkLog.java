package de.amtsfluss.lorawantriggers.uplink;

import de.amtsfluss.lorawantriggers.DevEui;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where uplinks are kept until they are processed, and what cannot be processed: two topics in Kafka. */
@Component
public class UplinkLog implements AutoCloseable {

    /** The topic of the canonical uplinks, key devEui. */
    public static final String UPLINKS = "lorawan.uplinks";

    /** The topic of what could not be used, key devEui or none. */
    public static final String DEAD_LETTERS = "lorawan.dead-letters";

    /**
     * How long a record waits for others to share a request. Without it each record of a busy hour is a request of its
     * own; acknowledgements come later by no more than this.
     */
    private static final int LINGER_MILLIS = 20;

    /** Room for what comes in within that time; the client's default of 16 KiB would be some twenty uplinks. */
    private static final int BATCH_BYTES = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(UplinkLog.class);

    private final JsonMapper json;
    private final KafkaProducer<String, byte[]> producer;

    UplinkLog(JsonMapper json, KafkaProperties kafka, KafkaSettings settings) {
        this.json = json;
        this.producer =
                new KafkaProducer<>(configuration(kafka, settings), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> configuration(KafkaProperties kafka, KafkaSettings settings) {
        var millis = Math.toIntExact(settings.acknowledgeWithin().toMillis());
        var configuration = kafka.buildProducerProperties();
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, "amtsfluss.lorawan-triggers");
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        // Uplinks are alike, a batch of them shrinks to a fraction; no other codec is as cheap for the processor.
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis / 2);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2 - LINGER_MILLIS);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis / 2);
        return configuration;
    }

    /** Asks Kafka for the topic, so that the first uplink need not wait for the answer. */
    @EventListener(ApplicationReadyEvent.class)
    void getReady() {
        try {
            var partitions = producer.partitionsFor(UPLINKS).size();
            LOG.debug("The topic of uplinks has {} partitions", partitions);
        } catch (KafkaException e) {
            LOG.warn("Kafka does not tell of the topic {} yet: {}", UPLINKS, e.toString());
        }
    }

    /**
     * Keeps an uplink.
     *
     * @return done when Kafka has acknowledged it, failed when it has not in time
     */
    public CompletableFuture<@Nullable Void> append(Uplink uplink) {
        return send(UPLINKS, uplink.devEui(), json.writeValueAsBytes(uplink));
    }

    /**
     * Keeps something else in its own topic.
     *
     * @param key what is sent under the same key stays in the order in which it was sent
     * @return done when Kafka has acknowledged it, failed when it has not in time
     */
    public CompletableFuture<@Nullable Void> append(String topic, @Nullable DevEui key, byte[] value) {
        return send(topic, key, value);
    }

    /**
     * Keeps what could not be used and says so in the log.
     *
     * @return done when Kafka has acknowledged it, failed when it has not in time
     */
    public CompletableFuture<@Nullable Void> bury(DeadLetter letter) {
        return send(DEAD_LETTERS, letter.devEui(), json.writeValueAsBytes(letter))
                .thenApply(unused -> {
                    LOG.warn(
                            "Dead letter of device {} ({}): {}",
                            letter.devEui() == null ? "unknown" : letter.devEui(),
                            letter.reason(),
                            letter.detail());
                    return null;
                });
    }

    /**
     * Reads a value of the topic of uplinks.
     *
     * @throws JacksonException if it is none
     */
    public Uplink read(byte[] value) {
        return json.readValue(value, Uplink.class);
    }

    private CompletableFuture<@Nullable Void> send(String topic, @Nullable DevEui key, byte[] value) {
        var acknowledged = new CompletableFuture<@Nullable Void>();
        var message = new ProducerRecord<>(topic, key == null ? null : key.value(), value);
        try {
            var unused = producer.send(message, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
