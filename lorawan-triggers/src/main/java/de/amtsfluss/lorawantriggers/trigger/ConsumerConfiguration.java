package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.uplink.UplinkLog;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Runs the consumer of uplinks where this copy has the role. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.TRIGGERS)
class ConsumerConfiguration {

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> uplinkListenerContainer(
            KafkaProperties kafka, ConsumerProperties settings, UplinkConsumer consumer) {
        var properties = new ContainerProperties(UplinkLog.UPLINKS);
        properties.setGroupId(settings.groupId());
        properties.setAckMode(AckMode.MANUAL_IMMEDIATE);
        properties.setAuthExceptionRetryInterval(Duration.ofSeconds(10));
        properties.setMessageListener(consumer);
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        configuration(kafka), new StringDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setBeanName("lorawan-uplinks");
        container.setConcurrency(settings.threads());
        container.setCommonErrorHandler(tryForEver());
        return container;
    }

    private static Map<String, Object> configuration(KafkaProperties kafka) {
        var configuration = kafka.buildConsumerProperties();
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
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
