package de.amtsfluss.lorawantriggers.intake;

import de.amtsfluss.lorawantriggers.networkserver.ChirpStack;
import de.amtsfluss.lorawantriggers.uplink.TopicReader;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Reads ChirpStack's own topic where that is wanted. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.TRIGGERS)
@ConditionalOnBooleanProperty("amtsfluss.lorawan-triggers.chirpstack-kafka.enabled")
class ChirpStackTopicConfiguration {

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> chirpStackListenerContainer(
            KafkaProperties kafka, IntakeProperties properties, ChirpStack chirpStack, Intake intake) {
        var settings = properties.chirpstackKafka();
        var configuration = kafka.buildConsumerProperties();
        configuration.putAll(settings.properties());
        if (settings.bootstrapServers() != null) {
            configuration.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        }
        // The topic is ChirpStack's to create.
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new TopicReader(settings.topic(), settings.groupId(), settings.threads())
                .container("lorawan-chirpstack", configuration, new ChirpStackTopic(chirpStack, intake));
    }
}
