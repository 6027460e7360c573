package de.amtsfluss.processes.projection;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Reads the engine's records in order, batch by batch, and never gives up on one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.PROJECTION)
@EnableKafka
class ProjectionConfiguration {

    @Bean
    ConcurrentKafkaListenerContainerFactory<byte[], byte[]> projectionListeners(
            KafkaProperties kafka, ProjectionProperties properties) {
        var factory = new ConcurrentKafkaListenerContainerFactory<byte[], byte[]>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(
                settings(kafka, properties), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        factory.setBatchListener(true);
        factory.setConcurrency(properties.concurrency());
        factory.getContainerProperties().setAckMode(AckMode.BATCH);
        factory.setCommonErrorHandler(new DefaultErrorHandler(endless()));
        return factory;
    }

    private static Map<String, Object> settings(KafkaProperties kafka, ProjectionProperties properties) {
        var settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, properties.group());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.batchSize());
        // The exporter creates the topic with the first record; it should be noticed soon after.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 2_000);
        return settings;
    }

    private static ExponentialBackOff endless() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        return backOff;
    }
}
