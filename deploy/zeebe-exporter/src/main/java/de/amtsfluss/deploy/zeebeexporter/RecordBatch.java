package de.amtsfluss.deploy.zeebeexporter;

import java.util.ArrayList;
import java.util.List;

/** Records that Kafka has not acknowledged yet, in the order of the log and bounded in number and bytes. */
final class RecordBatch {

    private final int maxRecords;
    private final long maxBytes;
    private final List<ExportedRecord> records = new ArrayList<>();
    private long bytes;

    RecordBatch(int maxRecords, long maxBytes) {
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** Whether the next record must wait; a single record of any length fits an empty batch. */
    boolean isFull() {
        return records.size() >= maxRecords || bytes >= maxBytes;
    }

    void add(ExportedRecord exported) {
        records.add(exported);
        bytes += exported.bytes();
    }

    List<ExportedRecord> records() {
        return List.copyOf(records);
    }

    long lastPosition() {
        return records.getLast().position();
    }

    void clear() {
        records.clear();
        bytes = 0;
    }
}
