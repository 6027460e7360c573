package de.amtsfluss.deploy.zeebeexporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes the broker's records as JSON to a Kafka topic. The records of a Zeebe partition go to the Kafka partition with
 * the same number, counted from 0, in the order of their positions and without a gap. After a failure some are written
 * again, so readers skip what they have by position. While Kafka is away the export waits and the broker keeps its log.
 *
 * <p>The broker loads it by {@code className} and {@code jarPath}; the README lists the {@code args}.
 */
public final class KafkaExporter implements Exporter {

    /** How long one attempt to reach Kafka holds the broker's thread. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final Connection connection;
    private @Nullable Configured configured;
    private @Nullable PartitionExport export;

    /** Called by the broker. */
    public KafkaExporter() {
        this(KafkaExporter::connect);
    }

    KafkaExporter(Connection connection) {
        this.connection = connection;
    }

    /**
     * Reads the settings and tells the broker which records are wanted.
     *
     * @throws IllegalArgumentException if settings are missing, wrong or unknown; the message names all of them
     */
    @Override
    public void configure(Context context) {
        var settings = ExporterSettings.from(context.getConfiguration().getArguments());
        var partitionId = context.getPartitionId();
        if (partitionId > settings.partitions()) {
            throw new IllegalArgumentException(
                    "Expected 'partitions' to be at least the number of Zeebe partitions, but it is %d and this is partition %d"
                            .formatted(settings.partitions(), partitionId));
        }
        context.setFilter(new WantedRecords(settings));
        configured = new Configured(context, settings);
    }

    /** Begins to export; Kafka need not be there yet. */
    @Override
    public void open(Controller controller) {
        if (configured == null) {
            throw new IllegalStateException(
                    "Expected the exporter to be configured before it is opened, but it is not");
        }
        var context = configured.context();
        var settings = configured.settings();
        var topic = connection.open(settings, context.getPartitionId());
        export = new PartitionExport(settings, controller, topic, context.getLogger());
    }

    /** Takes a record, or throws so that the broker hands it over again later. */
    @Override
    public void export(Record<?> exported) {
        if (export == null) {
            throw new IllegalStateException("Expected the exporter to be open before it gets records, but it is not");
        }
        export.export(exported);
    }

    /** Sends what is left if Kafka is there, and ends. */
    @Override
    public void close() {
        if (export != null) {
            export.close();
            export = null;
        }
    }

    private static RecordTopic connect(ExporterSettings settings, int partitionId) {
        return new RecordTopic(
                settings,
                partitionId,
                new AdminTopicCreation(settings, CONNECT_TIMEOUT),
                () -> ProducerSettings.open(settings, CONNECT_TIMEOUT, partitionId));
    }

    /** How a partition's topic is reached. */
    @FunctionalInterface
    interface Connection {
        RecordTopic open(ExporterSettings settings, int partitionId);
    }

    private record Configured(Context context, ExporterSettings settings) {}

    private record WantedRecords(ExporterSettings settings) implements Context.RecordFilter {

        @Override
        public boolean acceptType(RecordType recordType) {
            return settings.recordTypes().contains(recordType);
        }

        @Override
        public boolean acceptValue(ValueType valueType) {
            return settings.valueTypes().contains(valueType);
        }
    }
}
