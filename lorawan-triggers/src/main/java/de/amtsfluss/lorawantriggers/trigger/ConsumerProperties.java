package de.amtsfluss.lorawantriggers.trigger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the processing of uplinks.
 *
 * @param groupId the consumer group that all copies share
 * @param threads how many partitions this copy works on at once
 */
@ConfigurationProperties("amtsfluss.lorawan-triggers.consumer")
record ConsumerProperties(
        @DefaultValue("amtsfluss.lorawan-triggers") String groupId,
        @DefaultValue("3") int threads) {}
