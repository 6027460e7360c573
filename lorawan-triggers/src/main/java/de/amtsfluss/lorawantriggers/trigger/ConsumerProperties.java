package de.amtsfluss.lorawantriggers.trigger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the processing of uplinks.
 *
 * @param groupId the consumer group that all copies share
 * @param threads how many partitions this copy works on at once
 * @param remember for how long a repeated uplink is recognised; The Things Stack repeats webhooks for up to 75 minutes,
 *     a broker keeps messages for as long as its session lives
 */
@ConfigurationProperties("amtsfluss.lorawan-triggers.consumer")
record ConsumerProperties(
        @DefaultValue("amtsfluss.lorawan-triggers") String groupId,
        @DefaultValue("3") int threads,
        @DefaultValue("7d") Duration remember) {}
