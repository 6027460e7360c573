package de.amtsfluss.lorawantriggers.uplink;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the topics of this module.
 *
 * @param partitions how many partitions {@code lorawan.uplinks} and {@code lorawan.events} get each; bounds how many
 *     copies share the work
 * @param replicationFactor on how many brokers each record lies; the broker's own default if absent
 * @param acknowledgeWithin how long Kafka may take to acknowledge a record before it counts as away; ChirpStack waits 5
 *     s
 */
@ConfigurationProperties("amtsfluss.lorawan-triggers.kafka")
public record KafkaSettings(
        @DefaultValue("6") int partitions,
        @Nullable Short replicationFactor,
        @DefaultValue("4s") Duration acknowledgeWithin) {}
