package de.amtsfluss.lorawantriggers.event;

import de.amtsfluss.lorawantriggers.uplink.KafkaSettings;
import de.amtsfluss.lorawantriggers.uplink.TopicReader;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Declares the topic of events, and runs its consumer where this copy has the role. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EventConfiguration {

    @Bean
    NewTopic lorawanEventsTopic(KafkaSettings settings) {
        return new NewTopic(
                EventLog.EVENTS, Optional.of(settings.partitions()), Optional.ofNullable(settings.replicationFactor()));
    }

    @Bean
    @ConditionalOnRole(Role.TRIGGERS)
    ConcurrentMessageListenerContainer<String, byte[]> eventListenerContainer(
            KafkaProperties kafka, EventProperties settings, EventConsumer consumer) {
        return new TopicReader(EventLog.EVENTS, settings.groupId(), settings.threads())
                .container("lorawan-events", kafka.buildConsumerProperties(), consumer);
    }
}
