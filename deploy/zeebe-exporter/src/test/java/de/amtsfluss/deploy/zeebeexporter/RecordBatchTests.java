package de.amtsfluss.deploy.zeebeexporter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordBatchTests {

    private final ExportedRecord exported = ExportedRecord.of(TestRecord.at(1), "zeebe.records");

    @Test
    void isFullByNumber() {
        var batch = new RecordBatch(2, 1_000);
        batch.add(exported);

        assertThat(batch.isFull()).isFalse();

        batch.add(exported);

        assertThat(batch.isFull()).isTrue();
    }

    @Test
    void isFullByBytes() {
        var batch = new RecordBatch(1_000, exported.bytes());

        assertThat(batch.isFull()).isFalse();

        batch.add(exported);

        assertThat(batch.isFull()).isTrue();
    }

    @Test
    void hasRoomAgainWhenItIsCleared() {
        var batch = new RecordBatch(1, 1);
        batch.add(exported);

        batch.clear();

        assertThat(batch.isFull()).isFalse();
        assertThat(batch.isEmpty()).isTrue();
    }
}
