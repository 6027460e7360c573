package de.amtsfluss.processes.projection;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes the engine's records from Kafka; a batch changes the read model and its position in one transaction. */
@Component
@ConditionalOnRole(Role.PROJECTION)
class RecordConsumer {

    private static final Logger log = LoggerFactory.getLogger(RecordConsumer.class);

    private final Projection projection;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RecordConsumer(Projection projection, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.projection = projection;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @KafkaListener(
            id = "projection",
            idIsGroup = false,
            topics = "${amtsfluss.processes.projection.topic:zeebe.records}",
            containerFactory = "projectionListeners")
    @Transactional
    public void consume(List<ConsumerRecord<byte[], byte[]>> batch) {
        var records = new ArrayList<EngineRecord>(batch.size());
        for (var message : batch) {
            try {
                records.add(EngineRecord.of(json.readTree(message.value())));
            } catch (JacksonException | IllegalArgumentException e) {
                keepUnreadable(message, String.valueOf(e.getMessage()));
            }
        }
        projection.apply(records);
    }

    private void keepUnreadable(ConsumerRecord<byte[], byte[]> message, String reason) {
        log.error(
                "Expected a record of the engine at {}-{} offset {}, but {}",
                message.topic(),
                message.partition(),
                message.offset(),
                reason);
        jdbc.sql("""
                insert into processes.unreadable_record (topic_partition, topic_offset, reason, content, seen_at)
                values (:partition, :offset, :reason, :content, :now) on conflict do nothing""")
                .param("partition", message.partition())
                .param("offset", message.offset())
                .param("reason", reason)
                .param("content", message.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
