package de.amtsfluss.processes.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class ProjectionIntegrationTests {

    private static final AtomicInteger PARTITIONS = new AtomicInteger(70);

    /** Each test has its own, and no broker of these tests has so many: its records are only ours. */
    private final int partition = PARTITIONS.incrementAndGet();

    private static final String TASK = """
            "bpmnProcessId":"fremd","elementId":"e","elementInstanceKey":6,"processInstanceKey":5,"candidateGroupsList":["g"],\
            "priority":50,"dueDate":"2030-01-01T10:00:00+01:00[Europe/Berlin]","formKey":-1,"assignee":"%s"
            """.strip();

    @Autowired
    RecordConsumer consumer;

    @Autowired
    JdbcClient jdbc;

    @Test
    void appliesEachPositionOnceWhateverIsRepeated() {
        var created = message(11, 900, "USER_TASK", "CREATED", TASK.formatted(""));
        var assigned = message(12, 900, "USER_TASK", "ASSIGNED", TASK.formatted("mia"));
        var again = message(13, 900, "USER_TASK", "ASSIGNED", TASK.formatted(""));

        consumer.consume(List.of(created, assigned, again));
        consumer.consume(List.of(assigned));
        consumer.consume(List.of(created, assigned));

        assertThat(task(900)).containsEntry("assignee", null).containsEntry("position", 13L);
        assertThat(task(900).get("due_date")).asString().contains("2030-01-01");
        assertThat(position()).isEqualTo(13L);
    }

    @Test
    void elementsEndInTheBatchInWhichTheyBeganOrLater() {
        var first = List.of(
                element(14, 910, "ELEMENT_ACTIVATED"),
                element(15, 910, "ELEMENT_COMPLETED"),
                element(16, 911, "ELEMENT_ACTIVATED"));
        consumer.consume(first);

        assertThat(element(910)).containsEntry("state", "COMPLETED").containsEntry("position", 15L);
        assertThat(element(910).get("ended_at")).isNotNull();
        assertThat(element(911))
                .containsEntry("state", "ACTIVE")
                .containsEntry("element_id", "e")
                .containsEntry("process_instance_key", 5L)
                .containsEntry("ended_at", null);

        var later = element(17, 911, "ELEMENT_TERMINATED");
        consumer.consume(List.of(later));
        consumer.consume(first);
        consumer.consume(List.of(later));

        assertThat(element(910)).containsEntry("state", "COMPLETED").containsEntry("position", 15L);
        assertThat(element(911)).containsEntry("state", "TERMINATED").containsEntry("position", 17L);
        assertThat(element(911).get("ended_at")).isNotNull();
    }

    @Test
    void whatIsReadFromTheBeginningOnceMoreEndsElementsThatWereThere() {
        var activated = element(18, 912, "ELEMENT_ACTIVATED");
        var completed = element(19, 912, "ELEMENT_COMPLETED");
        consumer.consume(List.of(activated));
        forgetPosition();

        consumer.consume(List.of(activated, completed));

        assertThat(element(912)).containsEntry("state", "COMPLETED").containsEntry("position", 19L);

        forgetPosition();
        consumer.consume(List.of(activated));

        assertThat(element(912)).containsEntry("state", "COMPLETED").containsEntry("position", 19L);
    }

    private void forgetPosition() {
        jdbc.sql("delete from processes.projection_position where partition_id = ?")
                .param(partition)
                .update();
    }

    @Test
    void keepsWhatItCannotReadAndGoesOn() {
        var broken = new ConsumerRecord<byte[], byte[]>(
                "zeebe.records", partition, 4711, null, "{kein JSON".getBytes(StandardCharsets.UTF_8));
        var incident = message(20, 901, "INCIDENT", "CREATED", """
                "bpmnProcessId":"fremd","elementId":"e","elementInstanceKey":6,"processInstanceKey":5,\
                "errorType":"JOB_NO_RETRIES","errorMessage":"kaputt"
                """.strip());

        consumer.consume(List.of(broken, incident));
        consumer.consume(List.of(broken, incident));

        assertThat(jdbc.sql("select reason from processes.unreadable_record where topic_offset = 4711")
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(jdbc.sql("select error_message from processes.incident where key = 901 and state = 'CREATED'")
                        .query(String.class)
                        .single())
                .isEqualTo("kaputt");
    }

    @Test
    void catchesUpWhenKafkaComesBack(LocalStack stack) throws Exception {
        stack.part(Part.KAFKA).kill();
        stack.part(Part.KAFKA).restart();

        publish(
                stack,
                IntStream.range(0, 20)
                        .mapToObj(number -> json(
                                1_000 + number,
                                5_000 + number,
                                "PROCESS_INSTANCE",
                                "ELEMENT_ACTIVATED",
                                "\"bpmnElementType\":\"PROCESS\",\"bpmnProcessId\":\"fremd\",\"version\":1"))
                        .toList());

        await().atMost(Duration.ofMinutes(3))
                .until(() -> jdbc.sql("select count(*) from processes.process_instance where key between 5000 and 5019")
                        .query(Integer.class)
                        .single()
                        .equals(20));
    }

    private ConsumerRecord<byte[], byte[]> element(long position, long key, String intent) {
        return message(
                position,
                key,
                "PROCESS_INSTANCE",
                intent,
                "\"bpmnElementType\":\"SERVICE_TASK\",\"elementId\":\"e\",\"processInstanceKey\":5");
    }

    private Map<String, @Nullable Object> element(long key) {
        return jdbc.sql("select * from processes.element_instance where key = ?")
                .param(key)
                .query()
                .singleRow();
    }

    private static void publish(LocalStack stack, List<String> records)
            throws InterruptedException, ExecutionException {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", stack.springProperties().get("spring.kafka.bootstrap-servers"));
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var next : records) {
                producer.send(new ProducerRecord<>("zeebe.records", next.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
    }

    private Map<String, @Nullable Object> task(long key) {
        return jdbc.sql("select * from processes.user_task where key = :key")
                .param("key", key)
                .query()
                .singleRow();
    }

    private long position() {
        return jdbc.sql("select position from processes.projection_position where partition_id = :partition")
                .param("partition", partition)
                .query(Long.class)
                .single();
    }

    private ConsumerRecord<byte[], byte[]> message(
            long position, long key, String valueType, String intent, String value) {
        return new ConsumerRecord<>(
                "zeebe.records",
                partition,
                position,
                null,
                json(position, key, valueType, intent, value).getBytes(StandardCharsets.UTF_8));
    }

    private String json(long position, long key, String valueType, String intent, String value) {
        return """
                {"partitionId":%d,"position":%d,"key":%d,"valueType":"%s","intent":"%s","timestamp":1800000000000,"value":{%s}}""".formatted(partition, position, key, valueType, intent, value);
    }
}
