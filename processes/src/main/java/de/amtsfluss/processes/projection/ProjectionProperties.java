package de.amtsfluss.processes.projection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the projection of the engine's records.
 *
 * @param topic the Kafka topic that the exporter writes to
 * @param group the consumer group; one per read model
 * @param concurrency how many partitions are read at once in this copy
 * @param batchSize how many records are applied in one transaction at most
 */
@ConfigurationProperties("amtsfluss.processes.projection")
record ProjectionProperties(
        @DefaultValue("zeebe.records") String topic,
        @DefaultValue("amtsfluss-projection") String group,
        @DefaultValue("1") int concurrency,
        @DefaultValue("500") int batchSize) {}
