package de.amtsfluss.lorawantriggers.uplink;

import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the topics of this module; they are created at start where they are missing. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    @Bean
    NewTopic lorawanUplinksTopic(KafkaSettings settings) {
        return new NewTopic(
                UplinkLog.UPLINKS,
                Optional.of(settings.partitions()),
                Optional.ofNullable(settings.replicationFactor()));
    }

    @Bean
    NewTopic lorawanDeadLettersTopic(KafkaSettings settings) {
        return new NewTopic(UplinkLog.DEAD_LETTERS, Optional.of(1), Optional.ofNullable(settings.replicationFactor()));
    }
}
