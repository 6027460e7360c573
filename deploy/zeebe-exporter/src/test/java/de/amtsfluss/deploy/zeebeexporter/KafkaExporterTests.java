package de.amtsfluss.deploy.zeebeexporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.exporter.test.ExporterTestController;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaExporterTests {

    private static final Map<String, Object> ARGUMENTS =
            Map.of("bootstrapServers", "localhost:9092", "partitions", 2, "batchSize", 3, "flushTimeout", "PT0.05S");

    private final TestKafka kafka = new TestKafka();
    private final ExporterTestController controller = new ExporterTestController();
    private final KafkaExporter exporter = new KafkaExporter(kafka::topic);

    @BeforeEach
    void open() {
        exporter.configure(new TestContext(2, ARGUMENTS));
        exporter.open(controller);
    }

    @Test
    void acknowledgesAfterKafkaHasAllRecords() {
        export(1, 2);

        assertThat(controller.getPosition()).describedAs("before the flush").isEqualTo(-1);

        passTime();

        assertThat(kafka.written()).containsExactly(1L, 2L);
        assertThat(controller.getPosition()).isEqualTo(2);
    }

    @Test
    void sendsAFullBatchWithoutWaitingForTheInterval() {
        export(1, 4);

        assertThat(kafka.written()).containsExactly(1L, 2L, 3L);
        assertThat(controller.getPosition()).isEqualTo(3);
    }

    @Test
    void writesNothingBehindARecordThatFailed() {
        kafka.refuses(2);
        export(1, 3);

        passTime();

        assertThat(kafka.written()).containsExactly(1L);
        assertThat(controller.getPosition()).isEqualTo(-1);
    }

    @Test
    void repeatsTheWholeBatchInOrderWithANewProducer() {
        kafka.refuses(2);
        export(1, 3);
        passTime();
        kafka.comesBack();

        passTime();

        assertThat(kafka.written()).containsExactly(1L, 1L, 2L, 3L);
        assertThat(controller.getPosition()).isEqualTo(3);
        assertThat(kafka.connections()).isEqualTo(2);
    }

    @Test
    void repeatsWhatKafkaDidNotAnswerInTime() {
        kafka.doesNotAnswer(2);
        export(1, 2);
        passTime();

        assertThat(controller.getPosition()).isEqualTo(-1);

        kafka.comesBack();
        passTime();

        assertThat(kafka.written()).containsExactly(1L, 1L, 2L);
        assertThat(controller.getPosition()).isEqualTo(2);
    }

    @Test
    void refusesARecordWhileTheBatchIsFullAndKafkaIsAway() {
        kafka.goesAway();
        export(1, 3);

        assertThatThrownBy(() -> exporter.export(TestRecord.at(4)))
                .isInstanceOf(NotAcknowledgedException.class)
                .hasMessageContaining(
                        "Expected topic 'zeebe.records' to take the records from position 1 to 3 of Zeebe partition 2, but");

        kafka.comesBack();
        export(4, 4);
        passTime();

        assertThat(kafka.written()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(controller.getPosition()).isEqualTo(4);
    }

    @Test
    void startsWithoutKafka() {
        kafka.goesAway();
        export(1, 1);
        passTime();
        passTime();

        assertThat(kafka.connections()).isZero();

        kafka.comesBack();
        passTime();

        assertThat(kafka.written()).containsExactly(1L);
        assertThat(controller.getPosition()).isEqualTo(1);
    }

    @Test
    void waitsForATopicWithEnoughPartitions() {
        kafka.hasPartitions(1);
        export(1, 3);

        assertThatThrownBy(() -> exporter.export(TestRecord.at(4)))
                .hasMessageContaining("topic 'zeebe.records' has only 1 partition(s), add partitions to it");
        assertThat(kafka.written()).isEmpty();
    }

    @Test
    void sendsWhatIsLeftWhenItIsClosed() {
        export(1, 2);

        exporter.close();

        assertThat(kafka.written()).containsExactly(1L, 2L);
        assertThat(controller.getPosition()).isEqualTo(2);
    }

    @Test
    void acknowledgesNothingWhenItIsClosedWithoutKafka() {
        kafka.goesAway();
        export(1, 2);
        passTime();

        exporter.close();
        kafka.comesBack();
        passTime();

        assertThat(kafka.written()).isEmpty();
        assertThat(controller.getPosition()).isEqualTo(-1);
    }

    @Test
    void closesAnExporterThatWasNeverOpened() {
        assertThatCode(new KafkaExporter()::close).doesNotThrowAnyException();
    }

    @Test
    void asksForEventsOfTheReadModelOnly() {
        var context = new TestContext(2, ARGUMENTS);

        new KafkaExporter(kafka::topic).configure(context);

        var filter = context.filter();
        assertThat(filter.acceptType(RecordType.EVENT)).isTrue();
        assertThat(filter.acceptType(RecordType.COMMAND)).isFalse();
        assertThat(filter.acceptValue(ValueType.USER_TASK)).isTrue();
        assertThat(filter.acceptValue(ValueType.VARIABLE)).isFalse();
    }

    @Test
    void skipsStepsOnTheWayAndSaysSo() {
        exporter.export(TestRecord.at(1));
        exporter.export(TestRecord.onTheWay(2));
        passTime();

        assertThat(kafka.written()).containsExactly(1L);
        assertThat(controller.getPosition()).isEqualTo(2);

        exporter.export(TestRecord.onTheWay(3));
        passTime();

        assertThat(kafka.written()).containsExactly(1L);
        assertThat(controller.getPosition()).isEqualTo(3);
    }

    @Test
    void doesNotSayThatItSkippedWhileARecordBeforeIsNotAcknowledged() {
        kafka.goesAway();
        exporter.export(TestRecord.at(1));
        exporter.export(TestRecord.onTheWay(2));
        passTime();

        assertThat(controller.getPosition()).isEqualTo(-1);

        kafka.comesBack();
        passTime();

        assertThat(kafka.written()).containsExactly(1L);
        assertThat(controller.getPosition()).isEqualTo(2);
    }

    @Test
    void skipsNothingWhereNothingIsToBeSkipped() {
        exporter.close();
        var arguments = new HashMap<>(ARGUMENTS);
        arguments.put("skippedIntents", "none");
        exporter.configure(new TestContext(2, arguments));
        exporter.open(controller);

        exporter.export(TestRecord.onTheWay(1));
        passTime();

        assertThat(kafka.written()).containsExactly(1L);
    }

    @Test
    void refusesFewerPartitionsThanZeebeHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KafkaExporter(kafka::topic).configure(new TestContext(3, ARGUMENTS)))
                .withMessageContaining("it is 2 and this is partition 3");
    }

    private void export(long first, long last) {
        LongStream.rangeClosed(first, last).mapToObj(TestRecord::at).forEach(exporter::export);
    }

    private void passTime() {
        controller.runScheduledTasks(Duration.ofSeconds(5));
    }
}
