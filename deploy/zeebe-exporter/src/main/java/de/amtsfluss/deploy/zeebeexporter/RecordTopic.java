package de.amtsfluss.deploy.zeebeexporter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka partition that takes the records of one Zeebe partition. Connects when it is first written to, and anew
 * after every failure.
 *
 * <p>Readers skip records by position, so a record must never be written behind a gap. Kafka's producer alone does not
 * promise that: when it gives up on one record it goes on with the next. Therefore one request is under way at a time,
 * and the first failure closes the producer before it can send another one.
 */
final class RecordTopic {

    private final ExporterSettings settings;
    private final int partitionId;
    private final TopicCreation creation;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> producer;
    private boolean topicReady;

    RecordTopic(
            ExporterSettings settings,
            int partitionId,
            TopicCreation creation,
            Supplier<Producer<byte[], byte[]>> producers) {
        this.settings = settings;
        this.partitionId = partitionId;
        this.creation = creation;
        this.producers = producers;
    }

    /**
     * Writes the records in order and waits until Kafka has acknowledged all of them.
     *
     * @throws NotAcknowledgedException if any record failed; some of those before it may have been written
     */
    void write(List<ExportedRecord> records) {
        try {
            send(connect(), records);
        } catch (KafkaException | IllegalStateException e) {
            throw failure(describe(records), e);
        } catch (InterruptedException e) {
            var failure = failure(describe(records), e);
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /** Lets go of Kafka without waiting. */
    void close() {
        creation.close();
        disconnect();
    }

    /** A producer that knows the topic. One that does not reach Kafka is kept: it goes on trying. */
    private Producer<byte[], byte[]> connect() throws InterruptedException {
        if (!topicReady) {
            creation.createIfMissing();
        }
        if (producer == null) {
            producer = producers.get();
        }
        if (!topicReady) {
            var partitions = producer.partitionsFor(settings.topic()).size();
            if (partitions < partitionId) {
                throw new IllegalStateException("topic '%s' has only %d partition(s), add partitions to it"
                        .formatted(settings.topic(), partitions));
            }
            topicReady = true;
        }
        return producer;
    }

    private void send(Producer<byte[], byte[]> open, List<ExportedRecord> records) throws InterruptedException {
        var complete = false;
        try {
            awaitAll(open, records);
            complete = true;
        } catch (ExecutionException | TimeoutException e) {
            throw failure(describe(records), e);
        } finally {
            if (!complete) {
                disconnect();
            }
        }
    }

    private void disconnect() {
        var open = producer;
        topicReady = false;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    private void awaitAll(Producer<byte[], byte[]> open, List<ExportedRecord> records)
            throws InterruptedException, ExecutionException, TimeoutException {
        var firstFailure = new AtomicReference<@Nullable NotAcknowledgedException>();
        var deadline = System.nanoTime() + settings.flushTimeout().toNanos();
        try {
            var acknowledgements = new ArrayList<Future<RecordMetadata>>(records.size());
            for (var exported : records) {
                acknowledgements.add(send(open, exported, firstFailure));
            }
            for (var acknowledgement : acknowledgements) {
                acknowledgement.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | KafkaException | IllegalStateException e) {
            // Records behind the first failed one fail because the producer is closed; the cause is the first one's.
            var first = firstFailure.get();
            if (first != null) {
                throw first;
            }
            throw e;
        }
    }

    private Future<RecordMetadata> send(
            Producer<byte[], byte[]> open,
            ExportedRecord exported,
            AtomicReference<@Nullable NotAcknowledgedException> firstFailure) {
        return open.send(exported.message(), (metadata, error) -> {
            if (error != null) {
                firstFailure.compareAndSet(null, failure(describe(List.of(exported)), error));
                open.close(Duration.ZERO);
            }
        });
    }

    private NotAcknowledgedException failure(String what, Exception cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new NotAcknowledgedException(
                "Expected topic '%s' to take %s of Zeebe partition %d, but %s"
                        .formatted(settings.topic(), what, partitionId, root),
                cause);
    }

    private static String describe(List<ExportedRecord> records) {
        var first = records.getFirst();
        return records.size() == 1
                ? "the record at position %d (%d bytes)".formatted(first.position(), first.bytes())
                : "the records from position %d to %d"
                        .formatted(first.position(), records.getLast().position());
    }
}
