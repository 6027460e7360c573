package de.amtsfluss.lorawantriggers.uplink;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.GenericMessageListener;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Reads a topic at least once: from its beginning, each record until it was acknowledged, and what failed again for
 * ever.
 *
 * @param topic which
 * @param groupId the consumer group that all copies share
 * @param threads how many partitions this copy works on at once
 */
public record TopicReader(String topic, String groupId, int threads) {

    /**
     * The container that runs the listener.
     *
     * @param name of its threads
     * @param kafka how to reach the brokers
     * @param listener acknowledges each record or batch itself, or throws
     */
    public ConcurrentMessageListenerContainer<String, byte[]> container(
            String name, Map<String, Object> kafka, GenericMessageListener<?> listener) {
        var properties = new ContainerProperties(topic);
        properties.setGroupId(groupId);
        properties.setAckMode(AckMode.MANUAL_IMMEDIATE);
        properties.setAuthExceptionRetryInterval(Duration.ofSeconds(10));
        properties.setMessageListener(listener);
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        configuration(kafka), new StringDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setBeanName(name);
        container.setConcurrency(threads);
        container.setCommonErrorHandler(tryForEver());
        return container;
    }

    private static Map<String, Object> configuration(Map<String, Object> kafka) {
        var configuration = new HashMap<>(kafka);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Soon finds a topic that was created after the start.
        configuration.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        return configuration;
    }

    private static DefaultErrorHandler tryForEver() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        var handler = new DefaultErrorHandler(backOff);
        // By default some kinds of exceptions are skipped; here no record ever is.
        handler.setClassifications(Map.of(), true);
        handler.setLogLevel(org.springframework.kafka.KafkaException.Level.DEBUG);
        return handler;
    }
}
