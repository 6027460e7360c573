package de.amtsfluss.deploy.zeebeexporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExporterSettingsTests {

    @Test
    void needsNothingButKafka() {
        var settings = ExporterSettings.from(Map.of("bootstrapServers", "localhost:9092"));

        assertThat(settings.topic()).isEqualTo("zeebe.records");
        assertThat(settings.partitions()).isEqualTo(1);
        assertThat(settings.valueTypes())
                .containsExactlyInAnyOrder(
                        ValueType.PROCESS, ValueType.PROCESS_INSTANCE, ValueType.USER_TASK, ValueType.INCIDENT);
        assertThat(settings.recordTypes()).containsExactly(RecordType.EVENT);
        assertThat(settings.flushInterval()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void readsWhatEnvironmentVariablesBecome() {
        var settings = ExporterSettings.from(Map.of(
                "bootstrapservers", "a:1,b:2",
                "replicationfactor", "3",
                "valuetypes", "job, incident",
                "skippedintents", "sequence_flow_taken",
                "flushinterval", "20",
                "producer", Map.of("batch", Map.of("size", "7"))));

        assertThat(settings.bootstrapServers()).isEqualTo("a:1,b:2");
        assertThat(settings.replicationFactor()).isEqualTo(3);
        assertThat(settings.valueTypes()).containsExactlyInAnyOrder(ValueType.JOB, ValueType.INCIDENT);
        assertThat(settings.skippedIntents()).containsExactly("SEQUENCE_FLOW_TAKEN");
        assertThat(settings.flushInterval()).isEqualTo(Duration.ofMillis(20));
        assertThat(settings.producer()).containsOnly(Map.entry("batch.size", "7"));
    }

    @Test
    void readsWhatYamlBecomes() {
        var settings = ExporterSettings.from(Map.of(
                "bootstrap-servers",
                "localhost:9092",
                "valueTypes",
                Map.of("0", "JOB", "1", "INCIDENT"),
                "recordTypes",
                List.of("EVENT", "COMMAND_REJECTION"),
                "batchSize",
                10,
                "flushTimeout",
                "PT9S"));

        assertThat(settings.valueTypes()).containsExactlyInAnyOrder(ValueType.JOB, ValueType.INCIDENT);
        assertThat(settings.recordTypes()).containsExactlyInAnyOrder(RecordType.EVENT, RecordType.COMMAND_REJECTION);
        assertThat(settings.batchSize()).isEqualTo(10);
        assertThat(settings.flushTimeout()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ExporterSettings.from(Map.of("batchSize", "many", "topik", "x", "valueTypes", "TASKS")))
                .withMessageContaining("found 4 problem(s)")
                .withMessageContaining(
                        "Expected 'bootstrapServers' to be host:port of at least one Kafka broker, but it is missing")
                .withMessageContaining("Expected 'batchSize' to be a whole number from 1 to 1000000, but found 'many'")
                .withMessageContaining("Expected 'valueTypes' to name some of [AUTHORIZATION, ")
                .withMessageContaining("but found [TASKS]")
                .withMessageContaining("Expected only known arguments, but found 'topik'");
    }

    @Test
    void refusesWhatKafkaWouldRefuse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExporterSettings.from(
                        Map.of("bootstrapServers", "localhost:9092", "producer.batch.size", "large")))
                .withMessageContaining("Expected settings below 'producer' that Kafka accepts, but Invalid value large")
                .withMessageContaining("batch.size");
    }

    @ParameterizedTest
    @CsvSource({
        "bootstrapServers, localhost",
        "topic, Müll und Papier",
        "partitions, 0",
        "partitions, 99999999999999999999",
        "replicationFactor, 0",
        "flushInterval, 0",
        "flushInterval, PT-1S",
        "flushTimeout, soon",
        "flushTimeout, P100D",
        "maxBatchBytes, -1",
        "recordTypes, ','",
        "skippedIntents, FORGOTTEN",
        "producer.acks, 0",
        "producer.max.in.flight.requests.per.connection, 5",
        "producer.lingerms, 5",
        "producer.linger.ms, 5",
        "producer.request.timeout.ms, 60000",
        "producer.compression.type, zstd"
    })
    void refusesWhatCannotWork(String name, String value) {
        var arguments = name.equals("bootstrapServers")
                ? Map.<String, Object>of(name, value)
                : Map.<String, Object>of("bootstrapServers", "localhost:9092", name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExporterSettings.from(arguments))
                .withMessageContaining("found 1 problem(s)")
                .withMessageContaining("'" + name + "'");
    }
}
