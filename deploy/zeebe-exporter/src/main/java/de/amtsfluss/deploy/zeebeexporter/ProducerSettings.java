package de.amtsfluss.deploy.zeebeexporter;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The settings of Kafka's producer on which order and completeness depend. */
final class ProducerSettings {

    /** The longest pause between two connection attempts of a Kafka client. */
    static final int RECONNECT_PAUSE_MS = 2_000;

    private static final int KAFKA_BATCH_BYTES = 1 << 20;

    private ProducerSettings() {}

    static Producer<byte[], byte[]> open(ExporterSettings settings, Duration connectTimeout, int partitionId) {
        var serializer = new ByteArraySerializer();
        return new KafkaProducer<>(of(settings, connectTimeout, partitionId), serializer, serializer);
    }

    /** What Kafka's producer would refuse, as a sentence. Asks no server, because Kafka may be away. */
    static Optional<String> problem(ExporterSettings settings) {
        var config = of(settings, settings.flushTimeout(), 1);
        // Judged elsewhere, a problem with it would be told twice.
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        try {
            ProducerConfig.configDef().parse(config);
            return Optional.empty();
        } catch (ConfigException e) {
            return Optional.of("Expected settings below 'producer' that Kafka accepts, but " + e.getMessage());
        }
    }

    /** Defaults, what the operator says, and what must not be changed, in this order. */
    static Map<String, Object> of(ExporterSettings settings, Duration connectTimeout, int partitionId) {
        var flushTimeout = (int) settings.flushTimeout().toMillis();
        var config = new HashMap<String, Object>();
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "amtsfluss-zeebe-exporter-" + partitionId);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, KAFKA_BATCH_BYTES);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes(settings));
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, connectTimeout.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, flushTimeout);
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_PAUSE_MS);
        config.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        config.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        config.putAll(settings.producer());
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, flushTimeout);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, settings.maxRecordBytes());
        return config;
    }

    /** Room for a whole batch, so that sending never waits for room; Kafka allocates only what it uses. */
    private static long bufferBytes(ExporterSettings settings) {
        return 2L * ((long) settings.maxBatchBytes() + settings.maxRecordBytes() + KAFKA_BATCH_BYTES);
    }
}
