package de.amtsfluss.lorawantriggers.deadletter;

import de.amtsfluss.lorawantriggers.uplink.TopicReader;
import de.amtsfluss.lorawantriggers.uplink.UplinkLog;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Runs the consumer of dead letters where this copy has the role. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.TRIGGERS)
class DeadLetterConfiguration {

    private static final String GROUP = "amtsfluss.lorawan-triggers.dead-letters";

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> deadLetterListenerContainer(
            KafkaProperties kafka, DeadLetterConsumer consumer) {
        return new TopicReader(UplinkLog.DEAD_LETTERS, GROUP, 1)
                .container("lorawan-dead-letters", kafka.buildConsumerProperties(), consumer);
    }
}
