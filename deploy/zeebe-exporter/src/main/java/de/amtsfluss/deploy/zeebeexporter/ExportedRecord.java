package de.amtsfluss.deploy.zeebeexporter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRelated;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A record of the engine as it goes to Kafka.
 *
 * @param position the record's place in the log of its Zeebe partition
 * @param bytes the length of its JSON
 * @param message key: process instance if there is one, else the record's key; value: the record's JSON; headers:
 *     {@code position}, {@code valueType}, {@code intent}, {@code recordType}, so that a reader can skip without
 *     parsing
 */
record ExportedRecord(long position, int bytes, ProducerRecord<byte[], byte[]> message) {

    /** Copies the record at once: the broker reuses the object it hands over. */
    static ExportedRecord of(Record<?> source, String topic) {
        var json = source.toJson().getBytes(UTF_8);
        var headers = List.<Header>of(
                header("position", Long.toString(source.getPosition())),
                header("valueType", source.getValueType().name()),
                header("intent", source.getIntent().name()),
                header("recordType", source.getRecordType().name()));
        // No timestamp: Kafka refuses those of a moved clock, and refusing would block the partition.
        var message = new ProducerRecord<>(
                topic,
                source.getPartitionId() - 1,
                null,
                Long.toString(keyOf(source)).getBytes(UTF_8),
                json,
                headers);
        return new ExportedRecord(source.getPosition(), json.length, message);
    }

    private static long keyOf(Record<?> source) {
        return source.getValue() instanceof ProcessInstanceRelated related && related.getProcessInstanceKey() > 0
                ? related.getProcessInstanceKey()
                : source.getKey();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
