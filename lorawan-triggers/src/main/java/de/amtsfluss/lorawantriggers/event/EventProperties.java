package de.amtsfluss.lorawantriggers.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the processing of events.
 *
 * @param groupId the consumer group that all copies share
 * @param threads how many partitions this copy works on at once
 * @param keep how long an event is kept in the database
 * @param keepPerDevice how many events of one device are kept there, the youngest
 */
@ConfigurationProperties("amtsfluss.lorawan-triggers.events")
record EventProperties(
        @DefaultValue("amtsfluss.lorawan-triggers.events") String groupId,
        @DefaultValue("1") int threads,
        @DefaultValue("90d") Duration keep,
        @DefaultValue("1000") int keepPerDevice) {}
