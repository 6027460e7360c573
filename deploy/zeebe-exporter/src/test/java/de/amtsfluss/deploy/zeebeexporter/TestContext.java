package de.amtsfluss.deploy.zeebeexporter;

import io.camunda.zeebe.exporter.api.context.Configuration;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.test.ExporterTestConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker's side of configuring: unlike the one of Zeebe's test harness it has a partition. */
final class TestContext implements Context {

    private final int partitionId;
    private final Map<String, Object> arguments;
    private @Nullable RecordFilter filter;

    TestContext(int partitionId, Map<String, Object> arguments) {
        this.partitionId = partitionId;
        this.arguments = arguments;
    }

    @Override
    public MeterRegistry getMeterRegistry() {
        return new SimpleMeterRegistry();
    }

    @Override
    public Logger getLogger() {
        return LoggerFactory.getLogger(KafkaExporter.class);
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public Configuration getConfiguration() {
        return new ExporterTestConfiguration<>("kafka", arguments, ignored -> {
            throw new UnsupportedOperationException();
        });
    }

    @Override
    public int getPartitionId() {
        return partitionId;
    }

    @Override
    public void setFilter(RecordFilter filter) {
        this.filter = filter;
    }

    RecordFilter filter() {
        return Objects.requireNonNull(filter);
    }
}
