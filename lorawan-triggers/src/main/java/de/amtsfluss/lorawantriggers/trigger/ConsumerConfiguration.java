package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.uplink.TopicReader;
import de.amtsfluss.lorawantriggers.uplink.UplinkLog;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Runs the consumer of uplinks where this copy has the role. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.TRIGGERS)
class ConsumerConfiguration {

    /** How many uplinks one transaction takes: more save little, and make a retry dearer. */
    private static final int BATCH = 500;

    /**
     * How long Kafka waits for company before it hands out uplinks, unless there are so many bytes of them: the
     * statements and the commit of a transaction cost the same for one uplink as for a hundred.
     */
    private static final int COMPANY_MILLIS = 250;

    private static final int COMPANY_BYTES = 64 * 1024;

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> uplinkListenerContainer(
            KafkaProperties kafka, ConsumerProperties settings, UplinkConsumer consumer) {
        var configuration = kafka.buildConsumerProperties();
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        configuration.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, COMPANY_BYTES);
        configuration.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, COMPANY_MILLIS);
        return new TopicReader(UplinkLog.UPLINKS, settings.groupId(), settings.threads())
                .container("lorawan-uplinks", configuration, consumer);
    }
}
