package de.amtsfluss.deploy.zeebeexporter;

import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.camunda.zeebe.protocol.record.Record;
import java.time.Duration;
import org.slf4j.Logger;

/**
 * Exports one Zeebe partition while this broker leads it: gathers records, sends them, and tells the broker what Kafka
 * has acknowledged, so that the broker hands over the rest again after a restart.
 *
 * <p>The broker calls all methods from one actor, also the scheduled ones; nothing here runs at the same time.
 */
final class PartitionExport {

    /** The longest pause between two attempts while Kafka is away. */
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

    /** About one line a minute while Kafka is away. */
    private static final int ATTEMPTS_PER_WARNING = 12;

    /** Before all positions. */
    private static final long NOTHING = -1;

    private final ExporterSettings settings;
    private final Controller controller;
    private final RecordTopic topic;
    private final Logger logger;
    private final RecordBatch batch;
    private ScheduledTask nextFlush;
    private int failures;
    private long skipped = NOTHING;

    PartitionExport(ExporterSettings settings, Controller controller, RecordTopic topic, Logger logger) {
        this.settings = settings;
        this.controller = controller;
        this.topic = topic;
        this.logger = logger;
        this.batch = new RecordBatch(settings.batchSize(), settings.maxBatchBytes());
        this.nextFlush = controller.scheduleCancellableTask(settings.flushInterval(), this::flushInTime);
    }

    /**
     * Takes a record, or skips it if nobody wants its intent, which the broker's own filter does not know.
     *
     * @throws NotAcknowledgedException if the batch is full and Kafka does not take it; the record is not taken then,
     *     and the broker hands it over again
     */
    void export(Record<?> exported) {
        if (settings.skippedIntents().contains(exported.getIntent().name())) {
            skipped = exported.getPosition();
            return;
        }
        if (batch.isFull()) {
            flush();
        }
        batch.add(ExportedRecord.of(exported, settings.topic()));
    }

    /** Sends what is left, unless Kafka was away at the last attempt, and lets go of Kafka. */
    void close() {
        nextFlush.cancel();
        if (failures == 0) {
            flushOrRemember();
        }
        if (!batch.isEmpty()) {
            logger.info(
                    "Stopped with {} unacknowledged record(s), which are exported again",
                    batch.records().size());
        }
        topic.close();
    }

    private void flushInTime() {
        flushOrRemember();
        nextFlush = controller.scheduleCancellableTask(pause(), this::flushInTime);
    }

    private void flushOrRemember() {
        try {
            flush();
        } catch (NotAcknowledgedException e) {
            if (failures % ATTEMPTS_PER_WARNING == 1) {
                logger.warn("{}; attempt {}, nothing is lost, the export waits", e.getMessage(), failures, e);
            }
        }
    }

    private void flush() {
        if (batch.isEmpty()) {
            tellSkipped();
            return;
        }
        try {
            ownClassLoader(() -> topic.write(batch.records()));
        } catch (NotAcknowledgedException e) {
            failures++;
            throw e;
        }
        controller.updateLastExportedRecordPosition(Math.max(batch.lastPosition(), skipped));
        skipped = NOTHING;
        batch.clear();
        if (failures > 0) {
            logger.info("Kafka takes records again after {} failed attempt(s)", failures);
            failures = 0;
        }
    }

    /** Otherwise the broker would keep the log of what nobody waits for. */
    private void tellSkipped() {
        if (skipped > NOTHING) {
            controller.updateLastExportedRecordPosition(skipped);
            skipped = NOTHING;
        }
    }

    private Duration pause() {
        var pause = settings.flushInterval().multipliedBy(1L << Math.min(failures, 10));
        return failures > 0 && pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
    }

    /**
     * Kafka finds its classes by the thread's class loader, and the broker sets the exporter's only around its own
     * calls.
     */
    private static void ownClassLoader(Runnable work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(PartitionExport.class.getClassLoader());
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
