package de.amtsfluss.deploy.zeebeexporter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.value.ImmutableDeploymentRecordValue;
import org.junit.jupiter.api.Test;

class ExportedRecordTests {

    @Test
    void goesToTheKafkaPartitionOfItsZeebePartition() {
        var message = ExportedRecord.of(TestRecord.at(5), "zeebe.records").message();

        assertThat(message.topic()).isEqualTo("zeebe.records");
        assertThat(message.partition()).isEqualTo(1);
        assertThat(message.timestamp()).isNull();
    }

    @Test
    void carriesTheJsonOfTheRecord() {
        var exported = ExportedRecord.of(TestRecord.at(5), "zeebe.records");

        assertThat(exported.message().value()).asString(UTF_8).isEqualTo("{\"position\":5,\"name\":\"Müll\"}");
        assertThat(exported.bytes()).isEqualTo(exported.message().value().length);
        assertThat(exported.position()).isEqualTo(5);
    }

    @Test
    void tellsInHeadersWhatAReaderSkipsBy() {
        var headers =
                ExportedRecord.of(TestRecord.at(5), "zeebe.records").message().headers();

        assertThat(headers.lastHeader("position").value()).asString(UTF_8).isEqualTo("5");
        assertThat(headers.lastHeader("valueType").value()).asString(UTF_8).isEqualTo("PROCESS_INSTANCE");
        assertThat(headers.lastHeader("intent").value()).asString(UTF_8).isEqualTo("ELEMENT_ACTIVATED");
        assertThat(headers.lastHeader("recordType").value()).asString(UTF_8).isEqualTo("EVENT");
    }

    @Test
    void hasTheProcessInstanceAsKey() {
        assertThat(ExportedRecord.of(TestRecord.ofProcessInstance(5, 4711), "t")
                        .message()
                        .key())
                .asString(UTF_8)
                .isEqualTo("4711");
    }

    @Test
    void hasItsOwnKeyWithoutProcessInstance() {
        var deployment = new TestRecord(
                5,
                DeploymentIntent.CREATED,
                ValueType.DEPLOYMENT,
                ImmutableDeploymentRecordValue.builder().build(),
                "{}");

        assertThat(ExportedRecord.of(deployment, "t").message().key())
                .asString(UTF_8)
                .isEqualTo("77");
        assertThat(ExportedRecord.of(TestRecord.ofProcessInstance(5, -1), "t")
                        .message()
                        .key())
                .asString(UTF_8)
                .isEqualTo("77");
    }
}
