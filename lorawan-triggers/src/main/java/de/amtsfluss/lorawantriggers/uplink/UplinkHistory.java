package de.amtsfluss.lorawantriggers.uplink;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Reads uplinks that Kafka still has, beside the processing and without a trace. */
@Component
public class UplinkHistory {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaProperties kafka;
    private final UplinkLog log;

    UplinkHistory(KafkaProperties kafka, UplinkLog log) {
        this.kafka = kafka;
        this.log = log;
    }

    /**
     * Hands over the uplinks that Kafka took in a time, in the order of each device.
     *
     * @param most how many at most
     * @return whether there were no more
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
     */
    public boolean read(Instant from, Instant to, long most, Consumer<Uplink> taker) {
        try (var consumer =
                new KafkaConsumer<>(configuration(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var left = most;
            for (var partition : partitions(consumer)) {
                left = read(consumer, partition, new Span(from, to), left, taker);
                if (left < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Span(Instant from, Instant to) {}

    private Map<String, Object> configuration() {
        var configuration = new HashMap<>(kafka.buildConsumerProperties());
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return configuration;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        var partitions = new ArrayList<TopicPartition>();
        consumer.partitionsFor(UplinkLog.UPLINKS)
                .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        partitions.sort(Comparator.comparingInt(TopicPartition::partition));
        return partitions;
    }

    /** Reads one partition; gives how many may still be read, negative if there were more. */
    private long read(
            KafkaConsumer<String, byte[]> consumer,
            TopicPartition partition,
            Span span,
            long most,
            Consumer<Uplink> taker) {
        consumer.assign(List.of(partition));
        var first = consumer.offsetsForTimes(Map.of(partition, span.from().toEpochMilli()))
                .get(partition);
        long end =
                Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
        if (first == null) {
            return most;
        }
        consumer.seek(partition, first.offset());
        var left = most;
        while (consumer.position(partition) < end) {
            for (var message : consumer.poll(POLL)) {
                if (message.timestamp() >= span.to().toEpochMilli()) {
                    return left;
                }
                left--;
                if (left < 0) {
                    return left;
                }
                hand(message, taker);
            }
        }
        return left;
    }

    private void hand(ConsumerRecord<String, byte[]> message, Consumer<Uplink> taker) {
        Uplink uplink;
        try {
            uplink = log.read(message.value());
        } catch (JacksonException | IllegalArgumentException e) {
            // Lies in the dead letters since it was processed.
            return;
        }
        taker.accept(uplink);
    }
}
