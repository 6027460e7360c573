package de.amtsfluss.deploy.zeebeexporter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A Kafka that can be made to fail at a chosen moment, which a real one cannot. */
final class TestKafka {

    private final List<Long> written = new ArrayList<>();
    private final Set<Long> refused = new HashSet<>();
    private final Set<Long> unanswered = new HashSet<>();
    private boolean away;
    private int partitions = 2;
    private int connections;

    RecordTopic topic(ExporterSettings settings, int partitionId) {
        return new RecordTopic(settings, partitionId, this::createTopic, this::connect);
    }

    /** Positions that arrived, repeats included. */
    List<Long> written() {
        return List.copyOf(written);
    }

    int connections() {
        return connections;
    }

    void goesAway() {
        away = true;
    }

    void comesBack() {
        away = false;
        refused.clear();
        unanswered.clear();
    }

    void refuses(long position) {
        refused.add(position);
    }

    void doesNotAnswer(long position) {
        unanswered.add(position);
    }

    void hasPartitions(int count) {
        partitions = count;
    }

    private void createTopic() {
        if (away) {
            throw new TimeoutException("no broker");
        }
    }

    private Producer<byte[], byte[]> connect() {
        connections++;
        return new FailingProducer();
    }

    private Cluster cluster() {
        var node = new Node(0, "localhost", 9092);
        var infos = IntStream.range(0, partitions)
                .mapToObj(p -> new PartitionInfo("zeebe.records", p, node, new Node[] {node}, new Node[] {node}))
                .toList();
        return new Cluster("test", List.of(node), infos, Set.of(), Set.of());
    }

    private final class FailingProducer extends MockProducer<byte[], byte[]> {

        private FailingProducer() {
            super(cluster(), true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message, Callback callback) {
            var position = Long.parseLong(
                    new String(message.headers().lastHeader("position").value(), UTF_8));
            if (closed()) {
                throw new IllegalStateException("closed");
            }
            if (unanswered.contains(position)) {
                return new CompletableFuture<>();
            }
            if (away || refused.contains(position)) {
                var failure = new TimeoutException("no answer for " + position);
                callback.onCompletion(null, failure);
                return CompletableFuture.failedFuture(failure);
            }
            written.add(position);
            return super.send(message, callback);
        }

        @Override
        public void close(Duration timeout) {
            if (!closed()) {
                super.close(timeout);
            }
        }
    }
}
